import { join } from 'node:path';
import { CONTENT_BUDGET } from '../../domain/budgets.ts';
import type { PlanSession } from '../../domain/schedule/plan.ts';
import { whenWords } from '../../domain/schedule/table/when-words.ts';
import { planSchema } from '../../schemas/plan.ts';
import { readPlainFile } from '../../source/plain-file.ts';
import { validate } from '../../source/validate.ts';
import { parseYaml } from '../../source/yaml.ts';
import { areOneTable, differences, type Compared } from './differences.ts';
import { namesIn } from './new-files.ts';
import type { PlanLine } from './plan-line.ts';
import type { TableSource } from './table-import.ts';

/** A plan of the content folder that a table brings in another state. */
export interface EarlierPlan {
  id: string;
  /** Whether it was there before this run. */
  isStanding: boolean;
  /** What the table has otherwise, a line each; empty where it says the same. */
  differences: string[];
}

/**
 * The plan of the folder that has the same title and mostly the same sessions. A table without a title of its own is another state only of what
 * was made of a file of the same name.
 */
export async function earlierPlan(
  { outDir, standing, origin }: Pick<TableSource, 'outDir' | 'standing' | 'origin'>,
  { title, line }: { title: string; line: Pick<PlanLine, 'title' | 'plan' | 'takesPart'> },
  sessions: readonly PlanSession[],
): Promise<EarlierPlan | undefined> {
  const now = sessions.map(comparedSession);
  const isNamed = line.title !== undefined || line.plan !== undefined;
  const fileName = origin.slice(0, origin.lastIndexOf(' sha256:'));
  for (const name of await namesIn(outDir, 'plans')) {
    if (!name.endsWith('.yaml')) continue;
    const before = await planIn(join(outDir, 'plans', name), title, isNamed ? '' : `${fileName} `);
    if (before && areOneTable(before, now)) {
      // What the table of a unit that joined late lacks is not gone.
      const told = line.takesPart ? before.filter(({ key }) => now.some((each) => each.key === key)) : before;
      return {
        id: name.replace(/\.yaml$/, ''),
        isStanding: standing.includes(`plans/${name}`),
        differences: differences(told, now),
      };
    }
  }
  return undefined;
}

/** The sessions of a plan's file, where it has that title and can be read. */
async function planIn(file: string, title: string, marked: string): Promise<Compared[] | undefined> {
  const { bytes } = await readPlainFile(file, CONTENT_BUDGET.textBytes);
  const text = bytes?.toString('utf8') ?? '';
  if (!text.includes(title) || !text.includes(marked)) return undefined;
  const { fields } = validate(planSchema, parseYaml(text, file));
  return fields?.title === title ? fields.sessions.map(comparedSession) : undefined;
}

function comparedSession(session: PlanSession): Compared {
  const {
    title,
    when,
    sittings,
    form,
    readings,
    chair,
    lead,
    speakers,
    attendees,
    observers,
    place,
    hours,
    requirement,
    responsible,
    note,
  } = session;
  return {
    key: title.replace(/[^\p{L}\p{N}]/gu, ''),
    name: `“${title.slice(0, 20)}”`,
    fields: {
      时间: sittings === undefined ? timeOf(when) : JSON.stringify(sittings),
      形式: form,
      篇目: (readings ?? []).join('、'),
      主持人: chair ?? '',
      领学人: lead ?? '',
      发言人: (speakers ?? []).join('、'),
      参加人员: attendees ?? '',
      列席: observers ?? '',
      地点: place ?? '',
      学时: hours === undefined ? '' : String(hours),
      要求: requirement ?? '',
      责任人: responsible ?? '',
      备注: note ?? '',
    },
  };
}

/** A time as it is compared: in words, or as the file has it where it is a rule of another kind. */
function timeOf(when: PlanSession['when'] = 'unknown'): string {
  return when !== 'unknown' && 'every' in when ? JSON.stringify(when) : whenWords(when, {});
}
