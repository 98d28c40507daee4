/** The placeholders that a file name or subject line may have. */
export const GAPS = ['单位', '姓名', '职务', '题目', '种类', '日期', '电话'] as const;
export type Gap = (typeof GAPS)[number];

const GAP = /\{([^{}]*)\}/gu;
const EXTENSION = /\.(docx?|wps|txt|rtf|odt|pdf)$/iu;

/** Placeholders of a pattern that are not known. */
export function unknownGaps(pattern: string): string[] {
  return Array.from(pattern.matchAll(GAP), ([, gap = '']) => gap).filter(
    (gap) => !(GAPS as readonly string[]).includes(gap),
  );
}

/** The pattern with its known placeholders filled in: 市血液中心-{姓名}-{题目}. */
export function fillPattern(pattern: string, known: Partial<Record<Gap, string>>): string {
  return pattern.replace(GAP, (whole, gap: string) => known[gap as Gap] ?? whole);
}

/** A file name without extension. */
export function bareName(fileName: string): string {
  return fileName.replace(EXTENSION, '').trim();
}

/** The values of the placeholders in a file name that follows the pattern; `undefined` for one that does not. */
export function readByPattern(pattern: string, fileName: string): Partial<Record<Gap, string>> | undefined {
  const gaps: Gap[] = [];
  const source = bareName(pattern)
    .split(/(\{[^{}]*\})/u)
    .map((part) => {
      const gap = /^\{(.*)\}$/u.exec(part)?.[1];
      if (gap === undefined) return part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
      gaps.push(gap as Gap);
      return '([^\\s+＋_/\\\\][^/\\\\]*?)';
    })
    .join('');
  const match = new RegExp(`^${source}$`, 'u').exec(bareName(fileName));
  if (!match) return undefined;
  return Object.fromEntries(gaps.map((gap, index) => [gap, match[index + 1] ?? ''])) as Partial<
    Record<Gap, string>
  >;
}
