import { z } from 'zod';
import type {
  AcceptRequest,
  EditedBlock,
  Inline,
  NewRequest,
  RereadRequest,
  SaveRequest,
  SettleRequest,
  WithdrawRequest,
} from '../../domain/desk/api.ts';
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
  z.strictObject({ type: z.literal('raw'), source: z.string() }),
]);

const origin = z.int().min(0).optional();

const block: z.ZodType<EditedBlock> = z.union([
  z.strictObject({ kind: z.literal('paragraph'), content: z.array(inline), origin }),
  z.strictObject({
    kind: z.literal('heading'),
    depth: z.int().min(1).max(6),
    content: z.array(inline),
    origin,
  }),
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

export const acceptRequest: z.ZodType<AcceptRequest> = z.strictObject({
  id: z.int(),
  articles: z.array(z.strictObject({ index: z.int().min(0), fields, asDraft: z.boolean() })),
});

export const undoRequest = z.strictObject({ id: z.string().regex(/^[0-9a-f]{40}$/) });

export const dropRequest = z.strictObject({ id: z.int() });
