import { isNamesOnly } from '../shapes.ts';
import type { Credit } from './credit.ts';
import type { Finding } from './finding.ts';
import type { Genre } from './genre.ts';
import { personIn } from './people.ts';
import type { Signature } from './signature.ts';

/** Kinds of paper that a person writes: a name under their title or at their end is the writer's. */
const WRITTEN_BY_PERSONS: readonly Genre[] = ['心得体会', '报告', '经验材料', '对照检查', '书信', '其他'];

/** The writers: the line under the title, or the credit at the end. */
export function readByline(line: string | undefined, credit: Credit | undefined): Finding | undefined {
  if (line !== undefined) {
    return {
      value: line,
      evidence: `标题下“${line}”`,
      confidence: isNamesOnly(line) ? '中' : '高',
    };
  }
  if (credit?.byline === undefined) return undefined;
  return {
    value: credit.byline,
    evidence: `文末“${credit.words}”`,
    confidence: '高',
  };
}

/** The writer of a text that persons write: named with a post under the title, or signing without a body. */
export function readAuthor(
  genre: Genre,
  speakerLine: string | undefined,
  signature: Signature | undefined,
): Finding | undefined {
  if (!WRITTEN_BY_PERSONS.includes(genre)) return undefined;
  const above = speakerLine === undefined ? undefined : personIn(speakerLine)?.name;
  if (above !== undefined) return { value: above, evidence: `标题下“${speakerLine}”`, confidence: '中' };
  const signed = signature?.offices.length === 0 ? signature.person?.name : undefined;
  return signed === undefined
    ? undefined
    : { value: signed, evidence: `文末落款“${signature?.words}”`, confidence: '中' };
}
