import { z } from 'zod';
import type {
  AcceptRequest,
  BlockContent,
  EditedBlock,
  Inline,
  NewRequest,
  RereadRequest,
  SaveRequest,
  SettleRequest,
  WithdrawRequest,
} from '../../domain/desk/api.ts';
import type { TableDecision } from '../../domain/desk/bring-in.ts';
import { daySchema } from '../../schemas/day.ts';
import { ID } from '../../schemas/entry.ts';
import { SETTLED_KINDS } from '../../schemas/settled.ts';
import { COLLECTION_NAMES, LIBRARY_KINDS } from '../../schemas/collections.ts';

/** Requests of the page as schemas: what does not fit is not looked at. */

export const fields = z.record(z.string().max(60), z.unknown());

const mark = z.union([
  z.strictObject({ type: z.enum(['strong', 'emphasis', 'strike', 'code']) }),
  z.strictObject({ type: z.literal('link'), href: z.string(), title: z.string().optional() }),
]);

const inline: z.ZodType<Inline> = z.union([
  z.strictObject({ type: z.literal('text'), text: z.string(), marks: z.array(mark).max(8).optional() }),
  z.strictObject({ type: z.literal('break') }),
  z.strictObject({ type: z.literal('note'), label: z.string() }),
  z.strictObject({ type: z.literal('raw'), source: z.string() }),
]);

const inlines = z.array(inline);
const origin = z.int().min(0).optional();
const inner: z.ZodType<BlockContent[]> = z.lazy(() => z.array(block));

export const block: z.ZodType<EditedBlock> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), content: inlines, origin }),
  z.strictObject({ kind: z.literal('heading'), depth: z.int().min(1).max(6), content: inlines, origin }),
  z.strictObject({
    kind: z.literal('list'),
    isOrdered: z.boolean(),
    start: z.int().min(0).max(999_999_999),
    isLoose: z.boolean(),
    items: z.array(inner),
    origin,
  }),
  z.strictObject({
    kind: z.literal('table'),
    align: z.array(z.enum(['left', 'center', 'right']).nullable()),
    head: z.array(inlines),
    rows: z.array(z.array(inlines)),
    origin,
  }),
  z.strictObject({
    kind: z.literal('quote'),
    said: z.strictObject({ from: z.string().optional(), source: z.string().optional() }).optional(),
    content: inner,
    origin,
  }),
  z.strictObject({
    kind: z.literal('picture'),
    src: z.string(),
    alt: z.string(),
    caption: z.string().optional(),
    origin,
  }),
  z.strictObject({ kind: z.literal('footnote'), label: z.string(), content: inlines, origin }),
  z.strictObject({ kind: z.literal('raw'), source: z.string(), origin }),
]);

export const digest = z.string().regex(/^[0-9a-f]{64}$/);

export const saveRequest: z.ZodType<SaveRequest> = z.strictObject({
  file: z.string(),
  digest,
  fields: fields.optional(),
  blocks: z.array(block).optional(),
  source: z.string().optional(),
  role: z.string().max(60).optional(),
});

export const newRequest: z.ZodType<NewRequest> = z.strictObject({
  collection: z.enum([...COLLECTION_NAMES, 'site']),
  id: z.string().max(100).optional(),
  fields,
});

export const removeRequest = z.strictObject({ file: z.string(), digest });

export const settleRequest: z.ZodType<SettleRequest> = z.strictObject({
  file: z.string(),
  digest,
  doubt: z.strictObject({
    kind: z.enum(SETTLED_KINDS),
    words: z.string().max(5000),
    reason: z.string().max(5000),
    paragraph: z.int().min(1).optional(),
  }),
  because: z.string().max(500),
});

export const withdrawRequest: z.ZodType<WithdrawRequest> = z.strictObject({
  key: z.string().max(300),
  undo: z.boolean().optional(),
  reason: z.string().max(300).optional(),
});

export const rereadRequest: z.ZodType<RereadRequest> = z.strictObject({
  id: z.int(),
  kind: z.enum(LIBRARY_KINDS).optional(),
  without: z.array(z.string()).max(100),
});

const tableDecision: z.ZodType<TableDecision> = z.strictObject({
  index: z.int().min(0),
  units: z.array(z.string().regex(ID)).max(1000),
  sessions: z
    .array(
      z.strictObject({
        id: z.string().max(100),
        on: daySchema.optional(),
        readings: z.array(z.string().max(200)).max(50).optional(),
      }),
    )
    .max(1000),
  isUpdate: z.boolean(),
});

export const acceptRequest: z.ZodType<AcceptRequest> = z.strictObject({
  id: z.int(),
  articles: z.array(z.strictObject({ index: z.int().min(0), fields, asDraft: z.boolean() })),
  tables: z.array(tableDecision).max(200).optional(),
});

export const undoRequest = z.strictObject({ id: z.string().regex(/^[0-9a-f]{40}$/) });

export const dropRequest = z.strictObject({ id: z.int() });
