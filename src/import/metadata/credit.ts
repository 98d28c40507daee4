import type { Day } from '../../domain/day.ts';
import type { Edit } from '../edits.ts';
import { dayOf } from './days.ts';

/** The credit that newspapers put in brackets after the last sentence: （《云川日报》2022年9月27日 文/王某 谈某）. */
export interface Credit {
  words: string;
  newspaper: string;
  publishedOn?: Day;
  byline?: string;
  /** Takes the credit out of the body. */
  edit: Edit;
}

const DAY = String.raw`(?<day>\d{4}年\d{1,2}月\d{1,2}日)?`;
const WRITERS = String.raw`(?:(?:文|记者|作者|通讯员)[/／：:\s]\s*(?<byline>[\p{Script=Han}\s、]{2,40}))?`;
const CREDIT = new RegExp(
  String.raw`[（(](?:来源[：:])?《(?<newspaper>[^》]{2,16})》\s*${DAY}\s*${WRITERS}[）)]$`,
  'u',
);

/** Reads the credit at the very end of an article, if there is one. */
export function readCredit(text: string): Credit | undefined {
  const match = CREDIT.exec(text.trimEnd());
  if (!match?.groups?.newspaper) return undefined;
  const { newspaper, day, byline } = match.groups;
  const publishedOn = day === undefined ? undefined : dayOf(day);
  if (day !== undefined && publishedOn === undefined) return undefined;
  return {
    words: match[0],
    newspaper,
    ...(publishedOn === undefined ? {} : { publishedOn }),
    ...(byline === undefined ? {} : { byline: byline.trim() }),
    edit: { at: match.index, removed: match[0], inserted: '' },
  };
}
