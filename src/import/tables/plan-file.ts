import { Document, isMap, isScalar, isSeq, Scalar, visit, type Node } from 'yaml';
import type { Membership } from '../../domain/schedule/membership.ts';
import type { Adjustment, Plan, PlanSession } from '../../domain/schedule/plan.ts';
import type { TableStage } from './stages.ts';

/** Keys in whose order a session's fields are written, as the handbook shows them. */
const SESSION_KEYS = [
  'id',
  'stage',
  'title',
  'form',
  'readings',
  'chair',
  'lead',
  'speakers',
  'attendees',
  'observers',
  'place',
  'hours',
  'when',
  'onHoliday',
  'sittings',
  'exceptions',
  'requirement',
  'responsible',
  'note',
] as const satisfies readonly (keyof PlanSession)[];
/** Fields that stand in one line: { week: 2 }, [texts/outline]. */
const IN_ONE_LINE: ReadonlySet<unknown> = new Set(['readings', 'speakers', 'when', 'makeUp']);

const PLAN_KEYS = [
  'campaign',
  'title',
  'revised',
  'revisions',
  'onHoliday',
] as const satisfies readonly (keyof Plan)[];

const ADJUSTMENT_KEYS = [
  'session',
  'sitting',
  'on',
  'time',
  'place',
  'chair',
  'observers',
  'drop',
  'add',
  'groups',
  'makeUp',
  'hostedBy',
  'reason',
] as const satisfies readonly (keyof Adjustment)[];

/** A plan as its file says it; a table need not say what `onHoliday` is. */
type PlanFields = Omit<Plan, 'id' | 'onHoliday'> & Partial<Pick<Plan, 'onHoliday'>>;

/** A plan's file. `comments` stand at its head, a line each. */
export function planText({ sessions, ...fields }: PlanFields, comments: readonly string[]): string {
  const head = inOrder(fields, PLAN_KEYS);
  return yamlText({ ...head, sessions: sessions.map((session) => inOrder(session, SESSION_KEYS)) }, comments);
}

/** The file of a campaign that a table names and the office has not: its name and stages. */
export function campaignText(
  name: string,
  organiser: string,
  span: { from?: string | undefined; until?: string | undefined },
  stages: readonly TableStage[],
  comments: readonly string[],
): string {
  return yamlText({ name, organiser, ...span, stages: stages.length > 0 ? stages : undefined }, comments);
}

/** The lines that make a unit follow a plan, to be put into the unit's file. */
export function followText(
  plan: string,
  adjustments: readonly Adjustment[],
  { since, until }: Membership = {},
): string {
  const own = adjustments.map((each) =>
    inOrder(
      each.add ? { ...each, add: inOrder(each.add, SESSION_KEYS) as Adjustment['add'] } : each,
      ADJUSTMENT_KEYS,
    ),
  );
  return yamlText({ plans: [{ plan, since, until, ...(own.length > 0 ? { adjustments: own } : {}) }] }, []);
}

/** YAML with lists of words and times in one line each, and comments at its head. */
export function yamlText(fields: object, comments: readonly string[]): string {
  const document = new Document(JSON.parse(JSON.stringify(fields)));
  visit(document, {
    Pair: (_, { key, value }) => {
      const name = (key as { value?: unknown } | null)?.value;
      if (IN_ONE_LINE.has(name) && (isMap(value) || isSeq(value)))
        (value as Node & { flow?: boolean }).flow = true;
      // 14:30 without marks is a number of seconds to older readers of YAML.
      if (name === 'time' && isScalar(value)) value.type = Scalar.QUOTE_DOUBLE;
    },
  });
  const head = comments.flatMap((comment) => comment.split('\n')).map((line) => `# ${line}\n`);
  return head.join('') + document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** The fields that are there, in the order of the keys. */
function inOrder(fields: object, keys: readonly string[]): object {
  const present = fields as Record<string, unknown>;
  return Object.fromEntries(
    keys.filter((key) => present[key] !== undefined).map((key) => [key, present[key]]),
  );
}
