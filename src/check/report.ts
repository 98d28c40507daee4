import { DOUBT_KINDS } from '../domain/doubts/doubt.ts';
import { formatFault, type Fault } from '../source/fault.ts';
import type { CheckedContent } from './check-content.ts';
import type { Doubt } from './doubt.ts';

/** What `check --json` prints. The names of the fields stay; new ones may come. */
export interface CheckReport {
  /** What stops a build, in the order of files and lines. */
  faults: Fault[];
  /** 待核, in the same order. `kind` is what `settled` names. */
  doubts: Doubt[];
  summary: { items: number; faults: number; doubts: number };
}

/** The check of a content folder as data. */
export function reportOf({ content, faults, doubts }: CheckedContent): CheckReport {
  const items = Object.values(content.items).reduce((sum, list) => sum + list.length, 0);
  return {
    faults,
    doubts: doubts.map(({ file, line, column, kind, paragraph, words, reason, remedy }) => ({
      file,
      line,
      column,
      kind,
      ...(paragraph === undefined ? {} : { paragraph }),
      words,
      reason,
      remedy,
    })),
    summary: { items, faults: faults.length, doubts: doubts.length },
  };
}

/** Faults for people: a line each, file by file, then how many there are and where. */
export function faultLines({ faults }: Pick<CheckReport, 'faults'>): string[] {
  if (faults.length === 0) return [];
  const files = countBy(faults, ({ file }) => file);
  const folders = countBy([...files.keys()], (file) =>
    file.includes('/') ? `${file.split('/')[0] ?? ''}/` : file,
  );
  const where = [...folders].map(([folder, count]) =>
    folder.endsWith('/') ? `${folder} ${count} 个` : folder,
  );
  const lines = faults.map(formatFault);
  const grouped = lines.flatMap((line, index) =>
    index > 0 && faults[index]?.file !== faults[index - 1]?.file ? ['', line] : [line],
  );
  return [
    ...grouped,
    '',
    `共 ${faults.length} 处错误，在 ${files.size} 个文件里（${where.join('，')}）。逐处改好后再运行 npm run check。`,
  ];
}

/** Doubts for people: kind by kind, since an answer in `settled` names the kind; a line each. */
export function doubtLines({ doubts }: CheckReport): string[] {
  if (doubts.length === 0) return [];
  const kinds = DOUBT_KINDS.filter((kind) => doubts.some((doubt) => doubt.kind === kind));
  return [
    '待核（不影响发布，读者看不到，请编辑核对）：',
    ...kinds.flatMap((kind) => {
      const own = doubts.filter((doubt) => doubt.kind === kind);
      return ['', `【${kind}】${own.length} 处`, ...own.map(formatFault)];
    }),
    '',
    `共 ${doubts.length} 处待核。核实过、不用改的，写进该文件的 settled。`,
  ];
}

function countBy<Each>(items: readonly Each[], keyOf: (item: Each) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
