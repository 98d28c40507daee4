import type { Credit } from './credit.ts';
import type { Finding } from './finding.ts';

const IN_BYLINE = /(?<name>\p{Script=Han}{2,10}?(?:日报|晚报|晨报|时报|快报|导报|都市报|早报|周报))/u;

/** The newspaper: from the credit at the end, or from the byline. */
export function readNewspaper(credit: Credit | undefined, byline: string | undefined): Finding | undefined {
  if (credit)
    return {
      value: credit.newspaper,
      evidence: `文末“${credit.words}”`,
      confidence: '高',
    };
  const name = byline === undefined ? undefined : IN_BYLINE.exec(byline)?.groups?.name;
  return name === undefined ? undefined : { value: name, evidence: `署名“${byline}”`, confidence: '中' };
}
