import type { Context } from 'hono';
import type { z } from 'zod';

/** Thrown for a request that does not fit its schema. */
export class BadRequest extends Error {}

/** The body of a request, held against its schema. Throws BadRequest. */
export async function asked<Asked>(context: Context, schema: z.ZodType<Asked>): Promise<Asked> {
  const body: unknown = await context.req.json().catch(() => undefined);
  const { data, success } = schema.safeParse(body);
  if (!success) throw new BadRequest();
  return data;
}
