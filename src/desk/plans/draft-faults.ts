import type { z } from 'zod';
import type { FormField } from '../../domain/desk/api.ts';
import { validate } from '../../source/validate.ts';

/** Something wrong with fields that are being edited. */
export interface DraftFault {
  path: readonly PropertyKey[];
  /** In Chinese, by the names that the form has for fields. */
  words: string;
}

/** What is wrong with fields that are being edited, and what they are where nothing is. */
export function readDraft<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  form: readonly FormField[],
): { fields: z.output<Schema> | undefined; faults: DraftFault[] } {
  const paths: (readonly PropertyKey[])[] = [];
  // A draft has no lines: the number of a path stands for one.
  const positionOf = (path: readonly PropertyKey[]) => ({ file: '', line: paths.push(path), column: 1 });
  const positionOfKey = (path: readonly PropertyKey[], key: string) => positionOf([...path, key]);
  const located = { value, faults: [], strays: [], positionOf, positionOfKey };
  const { fields, faults } = validate(schema, located);
  return {
    fields,
    faults: faults.map(({ line, reason }) => ({
      path: paths[line - 1] ?? [],
      words: inLabels(reason, form),
    })),
  };
}

/** A reason with the names of its fields in Chinese: `sessions.第1项.title` is 专题. */
function inLabels(reason: string, form: readonly FormField[]): string {
  return reason.replace(
    /[A-Za-z][\w.]*(?:第\d+项[\w.]*)*/gu,
    (path) => labelAt(form, path.split('.')) ?? path,
  );
}

function labelAt(form: readonly FormField[], [name, ...rest]: readonly string[]): string | undefined {
  const field = form.find((each) => each.name === name);
  if (!field) return undefined;
  const inner = rest.filter((step) => !step.startsWith('第'));
  if (inner.length === 0) return field.label;
  const shape = field.shape.type === 'list' ? field.shape.item : field.shape;
  return shape.type === 'group' ? (labelAt(shape.fields, inner) ?? field.label) : field.label;
}
