import { halfWidthMarks, unpairedMarks, type Mark } from '../self-check/check-marks.ts';
import { DAMAGE } from './damage.ts';
import type { DoubtFinder } from './doubt.ts';
import { cut } from './doubt.ts';

/** How many paragraphs further a bracket or quotation may close. */
const CLOSES_WITHIN = 10;
const MOST_SHOWN = 20;
const CLOSED_LATER: Record<string, string> = {
  '（': '）',
  '(': ')',
  '“': '”',
  '‘': '’',
  '〔': '〕',
  '【': '】',
};
/** A title does not go on in another paragraph: the text was cut there. */
const TITLE_MARKS: Record<string, string> = { '《': '》', '〈': '〉' };

interface PlacedMark extends Mark {
  /** Index of the paragraph. */
  paragraph: number;
}

/**
 * Quotation marks, brackets and title marks without a partner, reported once per paragraph. Brackets and quotations may close some paragraphs
 * later; damaged places are reported by themselves.
 */
export const findUnpairedMarks: DoubtFinder = (paragraphs) => {
  const sound = paragraphs.map(withoutDamage);
  const lone = sound.flatMap((text, paragraph) =>
    unpairedMarks(text, sound[paragraph + 1]).map((mark): PlacedMark => ({ ...mark, paragraph })),
  );
  const told = new Map<number, PlacedMark[]>();
  for (const mark of withoutCutTitles(withoutPairs(lone))) {
    const others = told.get(mark.paragraph);
    if (others) others.push(mark);
    else told.set(mark.paragraph, [mark]);
  }
  return [...told].flatMap(([paragraph, marks]) => {
    const [first] = marks;
    if (first === undefined) return [];
    return [
      {
        kind: '标点不配对' as const,
        paragraph: paragraph + 1,
        ...cut(paragraphs[paragraph] ?? '', first.at, 1, 8),
        reason: `${shown(marks)} 在本段没有另一半${TITLE_MARKS[first.mark] ? '，可能断错了段' : ''}`,
        remedy: '对照原件核实；原件有误的写进 corrections 或 settled',
      },
    ];
  });
};

/** The marks, or the first of very many. */
function shown(marks: readonly Mark[]): string {
  const first = marks.slice(0, MOST_SHOWN).map(({ mark }) => mark);
  return first.join(' ') + (marks.length > MOST_SHOWN ? ` 等 ${marks.length} 个` : '');
}

/** Damaged places are reported by themselves. Here those that hold marks are replaced by placeholders of equal length. */
function withoutDamage(text: string): string {
  return text.includes('?') ? text.replace(DAMAGE, (lost) => '口'.repeat(lost.length)) : text;
}

/** The marks that no later one within reach closes. */
function withoutPairs(marks: readonly PlacedMark[]): PlacedMark[] {
  const paired = new Set<PlacedMark>();
  const open = new Map<string, PlacedMark[]>();
  for (const mark of marks) {
    const wanted = CLOSED_LATER[mark.mark];
    if (wanted !== undefined) {
      open.set(wanted, [...(open.get(wanted) ?? []).slice(-CLOSES_WITHIN), mark]);
      continue;
    }
    const opener = open.get(mark.mark)?.pop();
    if (opener && mark.paragraph - opener.paragraph <= CLOSES_WITHIN) paired.add(opener).add(mark);
  }
  return marks.filter((mark) => !paired.has(mark));
}

/** Of a title that is split over two paragraphs only the first half is reported. */
function withoutCutTitles(marks: readonly PlacedMark[]): PlacedMark[] {
  const opened = new Set(marks.map(({ mark, paragraph }) => `${TITLE_MARKS[mark] ?? ''} ${paragraph + 1}`));
  return marks.filter(({ mark, paragraph }) => !opened.has(`${mark} ${paragraph}`));
}

/** Half-width marks between Chinese, reported once per text with their number. */
export const findHalfWidth: DoubtFinder = (paragraphs) => {
  const found = paragraphs.flatMap((text, index) =>
    halfWidthMarks(withoutDamage(text)).map((mark) => ({ ...mark, paragraph: index + 1 })),
  );
  const [first] = found;
  if (first === undefined) return [];
  const counts = new Map<string, number>();
  for (const { mark } of found) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return [
    {
      kind: '半角标点',
      paragraph: first.paragraph,
      ...cut(paragraphs[first.paragraph - 1] ?? '', first.at, 1),
      reason: `汉字之间有 ${found.length} 处半角标点：${[...counts].map(([mark, count]) => `${mark} ${count} 处`).join('，')}`,
      remedy: found.every(({ mark }) => mark === '"' || mark === "'")
        ? '改成“ ”或‘ ’，哪个在前由编辑判断'
        : '改成全角标点；用 npm run import 重新导入会自动改好',
    },
  ];
};
