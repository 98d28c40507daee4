import { isNamesOnly } from '../shapes.ts';
import type { Credit } from './credit.ts';
import type { Finding } from './finding.ts';

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
