import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { FieldValues, Mend } from '../../domain/desk/api.ts';
import { sameInOtherWords } from '../../domain/desk/remedies.ts';
import type { LocatedYaml } from '../../source/yaml.ts';
import { deskWrite as words } from '../../strings/desk-write.ts';

type Path = readonly PropertyKey[];

/** A place of a file, and the change that mends what is wrong there. */
interface PlacedMend {
  line: number;
  column: number;
  mend: Mend;
}

/** For each field at fault the change that is certain: the same value as its schema takes it. Any other needs a person. */
export function certainMends(schema: z.ZodType, yaml: LocatedYaml): PlacedMend[] {
  if (!isGroup(yaml.value)) return [];
  const fields = yaml.value;
  const issues = issuesOf(schema, fields);
  return issues.flatMap((path) => {
    const change = changeAt(schema, fields, path, issues);
    if (!change) return [];
    return [{ ...yaml.positionOf(path), mend: { label: words.mend(change.value), fields: change.fields } }];
  });
}

/** The change that takes away an answer to a doubt which asks nothing any more, by the place of the answer. */
export function idleAnswerMends(yaml: LocatedYaml): PlacedMend[] {
  const settled = isGroup(yaml.value) ? yaml.value.settled : undefined;
  if (!Array.isArray(settled)) return [];
  return settled.map((_, index) => ({
    ...yaml.positionOf(['settled', index]),
    mend: {
      label: words.mendAnswer,
      fields: { settled: settled.length === 1 ? null : settled.filter((__, at) => at !== index) },
    },
  }));
}

function issuesOf(schema: z.ZodType, fields: FieldValues): Path[] {
  return schema.safeParse(fields).error?.issues.map(({ path }) => path) ?? [];
}

function changeAt(
  schema: z.ZodType,
  fields: FieldValues,
  path: Path,
  issues: readonly Path[],
): { value: unknown; fields: FieldValues } | undefined {
  const [name, ...inner] = path;
  if (typeof name !== 'string' || !Object.hasOwn(fields, name)) return undefined;
  const others = issues.filter((each) => !isDeepStrictEqual(each, path));
  for (const value of sameInOtherWords(valueAt(fields, path))) {
    const changed = withValue(fields[name], inner, value);
    const left = issuesOf(schema, { ...fields, [name]: changed });
    if (left.every((each) => others.some((other) => isDeepStrictEqual(each, other))))
      return { value, fields: { [name]: changed ?? null } };
  }
  return undefined;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) => (inner as Record<PropertyKey, unknown> | undefined)?.[step],
    value,
  );
}

function withValue(whole: unknown, [step, ...inner]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(whole))
    return whole.map((item, index) => (index === step ? withValue(item, inner, value) : (item as unknown)));
  const group = isGroup(whole) ? whole : {};
  return { ...group, [step]: withValue(group[String(step)], inner, value) };
}

function isGroup(value: unknown): value is FieldValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
