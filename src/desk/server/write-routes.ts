import { Hono } from 'hono';
import { z } from 'zod';
import {
  WRITE_ROUTES,
  type CorrectionRequest,
  type CorrectRequest,
  type ProposeRequest,
} from '../../domain/desk/write.ts';
import type { Desk } from '../desk.ts';
import { correct, correctOne, propose } from '../write/corrections.ts';
import { asked } from './asked.ts';
import { block, digest, fields } from './requests.ts';

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
  return app;
}
