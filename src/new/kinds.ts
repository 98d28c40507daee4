import type { z } from 'zod';
import { COLLECTIONS, siteSchema, type CollectionName } from '../schemas/collections.ts';
import { KIND_NAMES } from '../strings/kind-names.ts';
import { fieldsOf, type Field } from './schema-tree.ts';

/** A kind of file that an editor can start: a folder of the content, or `site.yaml`. */
export interface Kind {
  /** The folder, or `site`. */
  id: string;
  /** What people call one of them. */
  name: string;
  format: 'markdown' | 'yaml' | 'table';
  fields: Field[];
  /** The field that names the item, from which its file name is made: `title` or `name`. */
  heading?: string;
}

const SITE = 'site';
/** A field that nobody writes by hand: `npm run withdraw` does. */
const BY_COMMAND = 'withdrawn';

/** Every kind, in the order of the collections, the site last. */
export const KIND_IDS: readonly string[] = [...Object.keys(COLLECTIONS), SITE];

/** The kind that a person means by `speech`, `speeches` or 讲话发言; `undefined` for anything else. */
export function findKind(word: string): Kind | undefined {
  const wanted = word.trim().toLowerCase();
  const id = KIND_IDS.find((known) => [known, singularOf(known), KIND_NAMES[known]].includes(wanted));
  if (id === undefined) return undefined;
  const { schema, format } = collectionOf(id);
  const fields = fieldsOf(schema).filter(({ name }) => name !== BY_COMMAND);
  const heading = ['title', 'name'].find((name) =>
    fields.some((field) => field.name === name && field.isRequired),
  );
  return { id, name: nameOfKind(id), format, fields, ...(heading === undefined ? {} : { heading }) };
}

/** What people call an item of that kind. */
export function nameOfKind(id: string): string {
  return KIND_NAMES[id] ?? id;
}

/** One of `speeches` is a `speech`, one of `topics` a `topic`. */
export function singularOf(id: string): string {
  return id.replace(/(?<=ch|sh|x)es$|(?<!s)s$/, '');
}

function collectionOf(id: string): { schema: z.ZodType; format: Kind['format'] } {
  return id === SITE ? { schema: siteSchema, format: 'yaml' } : COLLECTIONS[id as CollectionName];
}
