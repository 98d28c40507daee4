import { checkDoubled } from './check-doubled.ts';
import { checkFileName } from './check-file-name.ts';
import { checkFormat } from './check-format.ts';
import { checkHeadings } from './check-headings.ts';
import { checkHalfWidth, checkPairs } from './check-marks.ts';
import type { CheckedText } from './checked-text.ts';
import { countText, type Count } from './count.ts';
import type { Finding } from './finding.ts';
import { frameOf } from './frame.ts';
import type { Requirements } from './requirements.ts';

/** What the check of a text came to. */
export interface CheckResult {
  /** The text without its footnotes. */
  count: Count;
  footnotes: Count;
  findings: Finding[];
}

/** Holds a text against a call and against the rules of writing. The library is another check. Pure; never throws. */
export function checkText(text: CheckedText, requirements: Requirements): CheckResult {
  const { paragraphs } = text;
  const count = countText(paragraphs.map((paragraph) => paragraph.text));
  const frame = frameOf(text);
  const findings: Finding[] = [...lengthFindings(count, requirements)];
  if (!frame.title) findings.push({ kind: 'no title' });
  if (!frame.signature) findings.push({ kind: 'no signature' });
  findings.push(
    ...checkHeadings(paragraphs),
    ...checkHalfWidth(paragraphs),
    ...checkPairs(paragraphs),
    ...checkDoubled(paragraphs),
  );
  if (requirements.format) findings.push(...checkFormat(text, frame, requirements.format));
  if (text.fileName !== undefined)
    findings.push(...checkFileName(text.fileName, requirements, frame.title?.text));
  return { count, footnotes: countText(text.footnotes), findings };
}

function lengthFindings({ words, han }: Count, { length }: Requirements): Finding[] {
  if (!length) return [];
  const found = length.unit === '汉字' ? han : words;
  if (length.min !== undefined && found < length.min) return [{ kind: 'short', by: length.min - found }];
  if (length.max !== undefined && found > length.max) return [{ kind: 'long', by: found - length.max }];
  return [];
}
