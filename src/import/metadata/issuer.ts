import type { Finding } from './finding.ts';
import { isOffice, officesIn } from './offices.ts';
import type { Signature } from './signature.ts';

/** What the issuers are read from. */
export interface IssuerClues {
  /** What a page or file says of itself. */
  facts: ReadonlyMap<string, string>;
  title: string;
  /** The bodies of the letterhead. */
  letterhead: readonly string[];
  /** The bodies under the title, or beside the day of an issue. */
  underTitle: readonly string[];
  signature: Signature | undefined;
}

const IN_TITLE = /^(?<issuer>[\p{Script=Han}×Ｘ（）()\s、]{2,80}?)(?:关于|印发|转发|批转|令$|公告$|通告$)/u;
const YEARLY = /^(?<issuer>\p{Script=Han}{3,24}?)\s?(?:19|20)\d{2}(?:年|—|-)/u;

/**
 * The bodies that issued a paper, in its order, set apart by 、: as a page says; else from the letterhead, the title (国务院关于……) and the
 * signature, the most complete of those that agree; else from the line under the title.
 */
export function readIssuer({
  facts,
  title,
  letterhead,
  underTitle,
  signature,
}: IssuerClues): Finding | undefined {
  const stated = facts.get('发文机关');
  if (stated !== undefined)
    return { value: stated, evidence: `网页标注“发文机关：${stated}”`, confidence: '高' };
  const signed = signature?.offices ?? [];
  const places: Place[] = [
    { names: officesInTitle(title), evidence: `标题“${title}”`, isSure: true },
    { names: letterhead, evidence: `版头“${letterhead.join('、')}”`, isSure: true },
    {
      names: signed,
      evidence: `文末落款“${signed.join('、')}”`,
      isSure: signature?.day !== undefined && !signature.isAfterAttachments,
    },
    { names: underTitle, evidence: `标题上下“${underTitle.join('、')}”`, isSure: false },
    { names: officeOfYear(title), evidence: `标题“${title}”`, isSure: false },
  ].filter(({ names }) => names.length > 0);
  const [first] = places;
  if (first === undefined) return undefined;
  const fullest =
    places.find(({ names }) => names.length > first.names.length && contains(names, first.names)) ?? first;
  const others = places.filter((place) => place !== fullest);
  const agrees = others.some((place) => contains(place.names, fullest.names));
  const isContradicted = others.some(
    ({ names, isSure }) => isSure && !contains(names, fullest.names) && !contains(fullest.names, names),
  );
  return {
    value: [...new Set(fullest.names)].join('、'),
    evidence: fullest.evidence,
    confidence: agrees || (fullest.isSure && !isContradicted) ? '高' : '中',
  };
}

interface Place {
  names: readonly string[];
  evidence: string;
  isSure: boolean;
}

/** Whether all of some names are among others, where one may be the short form of another (市水务局 of 云川市水务局). */
function contains(names: readonly string[], others: readonly string[]): boolean {
  return others.every((other) => names.some((name) => name.endsWith(other) || other.endsWith(name)));
}

/** 国务院关于…… */
function officesInTitle(title: string): string[] {
  const named = IN_TITLE.exec(title)?.groups?.issuer;
  return named === undefined ? [] : officesIn(named);
}

/** The body of 县图书馆2022年工作总结, which need not be the one that issued it. */
function officeOfYear(title: string): string[] {
  const named = YEARLY.exec(title)?.groups?.issuer;
  return named !== undefined && isOffice(named) ? [named] : [];
}
