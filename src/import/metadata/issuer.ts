import { isBodyName } from '../shapes.ts';
import type { Finding } from './finding.ts';

const IN_TITLE = /^(?<issuer>\p{Script=Han}{2,30}?)(?:关于|印发|转发|批转)/u;
const LINES_OF_SIGNATURE = 4;
const LONGEST_SIGNATURE = 30;

/** The body that issued a paper: from what the page says, from the title (国务院关于……), or from the signature before the date. */
export function readIssuer(
  facts: ReadonlyMap<string, string>,
  title: string,
  lines: readonly string[],
): Finding | undefined {
  const stated = facts.get('发文机关');
  if (stated !== undefined)
    return {
      value: stated,
      evidence: `网页标注“发文机关：${stated}”`,
      confidence: '高',
    };
  const named = IN_TITLE.exec(title)?.groups?.issuer;
  if (named !== undefined && isBodyName(named))
    return { value: named, evidence: `标题“${title}”`, confidence: '高' };
  const signature = lines
    .slice(-LINES_OF_SIGNATURE)
    .map((line) => line.trim())
    .findLast((line) => line.length <= LONGEST_SIGNATURE && isBodyName(line) && !/[，。、；：]/u.test(line));
  return signature === undefined
    ? undefined
    : {
        value: signature,
        evidence: `文末落款“${signature}”`,
        confidence: '中',
      };
}
