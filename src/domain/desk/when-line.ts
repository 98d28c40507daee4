import { yearsInTitle } from '../time-words/years.ts';
import { isRecurrence } from '../schedule/turns.ts';
import { SELF_STUDY, type CampaignDates, type Recurrence, type When } from '../schedule/plan.ts';
import { KEPT_WORDS } from '../schedule/table/columns.ts';
import { readWhen, type ReadWhen } from '../schedule/table/read-when.ts';
import { readRuleWords, ruleWords } from '../schedule/table/rule-words.ts';
import { whenWords } from '../schedule/table/when-words.ts';
import type { WhenLine } from './plans.ts';

/** What words for a session's time are read against. */
export interface WhenGround {
  campaign: CampaignDates;
  /** The plan's title, which may name its year. */
  planTitle: string;
  stage?: string | undefined;
  form?: string | undefined;
}

/** The form whose span of days is a meeting on each of them. */
const CLASS = '读书班';

/** A plan's time in one line, as `readWhenLine` reads it back. */
export function whenInWords(when: When | Recurrence | undefined, campaign: CampaignDates): string {
  if (when === undefined) return '';
  return isRecurrence(when) ? ruleWords(when) : whenWords(when, campaign);
}

/**
 * Reads a line of words for a session's time as the import reads a cell of a plan: 每月5日, 第二周, 七一前, 3月5日下午2点, 每季度. What is not wholly
 * certain is `unknown`, or the part that is certain, and not whole: the words are to be kept. Never throws.
 */
export function readWhenLine(words: string, ground: WhenGround): WhenLine {
  const { campaign, planTitle, stage, form } = ground;
  const rule = readRuleWords(words.trim());
  if (rule) return { when: rule, understood: ruleWords(rule), isWhole: true, doubts: [] };
  const years = yearsInTitle(planTitle);
  const [year] = years;
  const said = readWhen(words, {
    period: { from: campaign.from, until: campaign.until },
    year: years.length === 1 ? year : undefined,
    whyNoYear: years.length > 1 ? `没有年份，计划跨${years.join('、')}两年` : undefined,
    stages: campaign.stages ?? [],
    stage,
    isSelfStudy: form === SELF_STUDY,
    isClass: form === CLASS,
  });
  const isWhole = said.isWhole && !saysMore(said);
  const understood = whenInWords(said.when, campaign);
  const time = said.sittings ? { sittings: said.sittings } : { when: said.when };
  return { ...time, understood, isWhole, doubts: said.doubts };
}

/** Whether the words name what a plan's time has no field for: an end, a part of the day, a weekday beside a week. */
function saysMore({ when, ...said }: ReadWhen): boolean {
  const beside = [said.time, said.until, said.half, said.day, said.why];
  const isWeekday = typeof when === 'object' && 'week' in when && said.weekday !== undefined;
  const isMore = said.isDropped || said.groups.length > 0 || said.makeUp.length > 0;
  return isMore || isWeekday || beside.some((each) => each !== undefined);
}

/** A note with the words of a time kept in it in the place of any earlier ones; without words, without them. */
export function noteKeeping(note: string | undefined, words: string | undefined): string | undefined {
  const lines = (note ?? '').split('\n').filter((line) => line !== '' && !line.startsWith(KEPT_WORDS));
  const kept = words === undefined ? lines : [...lines, KEPT_WORDS + words.trim()];
  return kept.length > 0 ? kept.join('\n') : undefined;
}
