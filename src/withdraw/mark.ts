import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import type { Shownness } from '../domain/visibility.ts';

/** The mark that takes an item out of sight, as its file holds it in the field `withdrawn`. */
export type Mark = NonNullable<Shownness['withdrawn']>;

/** The parts of a file, whatever its line ends: before its fields, its fields as YAML, after them. */
export interface Parts {
  before: string;
  fields: string;
  after: string;
}

const FRONT_MATTER = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?(?<=\n))(---[ \t]*(?:\r?\n|$)[\s\S]*)$/;
/** The field with the lines that belong to it: those that are indented, and empty ones between them. */
const FIELD = /^withdrawn[ \t]*:.*(?:\r?\n|$)(?:(?:[ \t]*\r?\n)*[ \t]+\S.*(?:\r?\n|$))*/m;

/**
 * The text of a file with the mark as the last of its fields; every other byte stays. `undefined` where that cannot be done without changing
 * what the file says: fields in braces, a mark that is there already.
 */
export function marked(text: string, { on, reason }: Mark): string | undefined {
  const { before, fields, after } = partsOf(text);
  const end = fields.includes('\r\n') || before.includes('\r\n') ? '\r\n' : '\n';
  const words = reason === undefined ? '' : `, reason: ${JSON.stringify(reason)}`;
  const ended = fields === '' || fields.endsWith('\n') ? fields : fields + end;
  const changed = `${ended}withdrawn: { on: ${on}${words} }${end}`;
  const value = { on, ...(reason === undefined ? {} : { reason }) };
  return saysBesides(fields, changed, value) ? before + changed + after : undefined;
}

/** The text of a file without its mark; every other byte stays. `undefined` where that cannot be done without changing what the file says. */
export function unmarked(text: string): string | undefined {
  const { before, fields, after } = partsOf(text);
  const changed = fields.replace(FIELD, '');
  return saysBesides(changed, fields) ? before + changed + after : undefined;
}

/** A Markdown file has its fields between fences; all of a YAML file is fields. */
export function partsOf(text: string): Parts {
  const [, before, fields, after] = FRONT_MATTER.exec(text) ?? [];
  if (before !== undefined && fields !== undefined && after !== undefined) return { before, fields, after };
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  return { before: mark, fields: text.slice(mark.length), after: '' };
}

/** Whether one YAML text equals another apart from the withdrawal (with `value`, where one is given). */
function saysBesides(without: string, withIt: string, value?: Mark): boolean {
  try {
    const [plain, more] = [parse(without) as unknown, parse(withIt) as unknown];
    if (!isFields(plain) || !isFields(more) || 'withdrawn' in plain || !('withdrawn' in more)) return false;
    const { withdrawn, ...rest } = more;
    return isDeepStrictEqual(rest, plain) && (value === undefined || isDeepStrictEqual(withdrawn, value));
  } catch {
    return false;
  }
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
