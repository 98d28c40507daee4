import { Hono } from 'hono';
import { z } from 'zod';
import {
  MOST_PASTED,
  PICTURE_ROUTE,
  WRITE_ROUTES,
  type CorrectionRequest,
  type CorrectRequest,
  type PasteRequest,
  type ProposeRequest,
} from '../../domain/desk/write.ts';
import type { Desk } from '../desk.ts';
import { correct, correctOne, propose } from '../write/corrections.ts';
import { placeMedia, shownPicture } from '../write/media.ts';
import { pasted } from '../write/paste.ts';
import { allowComponents } from '../write/with-components.ts';
import { asked } from './asked.ts';
import { block, digest, fields, removeRequest } from './requests.ts';

const proposeRequest: z.ZodType<ProposeRequest> = z.strictObject({
  file: z.string(),
  blocks: z.array(block),
});

const correctRequest: z.ZodType<CorrectRequest> = z.strictObject({
  file: z.string(),
  blocks: z.array(block),
  digest,
  fields: fields.optional(),
  reasons: z.array(z.string().max(500)),
  role: z.string().max(60).optional(),
});

const correctionRequest: z.ZodType<CorrectionRequest> = z.strictObject({
  file: z.string(),
  digest,
  paragraph: z.int().min(1),
  original: z.string().max(5000),
  corrected: z.string().max(5000),
  reason: z.string().max(500),
  role: z.string().max(60).optional(),
});

const pasteRequest: z.ZodType<PasteRequest> = z.strictObject({ html: z.string().max(MOST_PASTED) });

/** What can be asked about writing and correcting a text. */
export function writeRoutes(desk: Desk): Hono {
  const app = new Hono();
  app.post(WRITE_ROUTES.corrections, async (context) =>
    context.json(await propose(desk, await asked(context, proposeRequest))),
  );
  app.put(WRITE_ROUTES.corrections, async (context) =>
    context.json(await correct(desk, await asked(context, correctRequest))),
  );
  app.post(WRITE_ROUTES.correction, async (context) =>
    context.json(await correctOne(desk, await asked(context, correctionRequest))),
  );
  app.post(WRITE_ROUTES.paste, async (context) =>
    context.json(pasted((await asked(context, pasteRequest)).html)),
  );
  app.post(WRITE_ROUTES.components, async (context) =>
    context.json(await allowComponents(desk, await asked(context, removeRequest))),
  );
  app.post(WRITE_ROUTES.media, async (context) => {
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    return context.json(await placeMedia(desk, context.req.query('name') ?? '', bytes));
  });
  app.get(PICTURE_ROUTE, async (context) => {
    const picture = await shownPicture(desk, context.req.query('src') ?? '');
    if (!picture) return context.notFound();
    return context.body(Buffer.from(picture.bytes), 200, { 'content-type': picture.type });
  });
  return app;
}
