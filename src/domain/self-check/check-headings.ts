import type { CheckedParagraph } from './checked-text.ts';
import type { Finding } from './finding.ts';
import { headingNumber, writeNumber } from './headings.ts';

const FIRST_WORDS = 16;

/**
 * Headings that are out of turn by GB/T 9704-2012, 7.3.3: 一、（一）1.（1）. The middle level may be left out where the whole text leaves it
 * out, since papers of two levels go from 一、 to 1.
 */
export function checkHeadings(paragraphs: readonly CheckedParagraph[]): Finding[] {
  const headings = paragraphs.flatMap((paragraph) => {
    const number = paragraph.isInTable ? undefined : headingNumber(paragraph);
    return number ? [{ paragraph, number }] : [];
  });
  const used = [...new Set(headings.map(({ number }) => number.level))].sort();
  const findings: Finding[] = [];
  const values: number[] = [];
  for (const { paragraph, number } of headings) {
    const { level, value, written } = number;
    const place = {
      number: paragraph.number,
      words: ((paragraph.label ?? '') + paragraph.text).slice(0, FIRST_WORDS),
    };
    const missing = used.find((above) => above < level && values[above] === undefined);
    if (missing !== undefined || (level === 4 && values[3] === undefined && values[2] === undefined)) {
      const expected = writeNumber(missing ?? 3, 1);
      findings.push({ kind: 'heading level', ...place, written, expected });
    } else if (value !== (values[level] ?? 0) + 1) {
      findings.push({
        kind: 'heading number',
        ...place,
        written,
        expected: writeNumber(level, (values[level] ?? 0) + 1),
      });
    } else if (!isWrittenRight(level, value, written)) {
      findings.push({ kind: 'heading number', ...place, written, expected: writeNumber(level, value) });
    }
    values[level] = value;
    values.length = level + 1;
  }
  return findings;
}

/** Half-width brackets are reported by another check; 1、 for 1. is reported here. */
function isWrittenRight(level: number, value: number, written: string): boolean {
  const standard = writeNumber(level, value);
  const plain = written.replace('(', '（').replace(')', '）').replace('．', '.');
  return plain === standard;
}
