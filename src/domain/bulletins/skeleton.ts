import { lastDay, longDay, shortDay, weekdayName, type Day } from '../day.ts';
import { numberWords } from './order.ts';

/** Something due on a day, with the words for an earlier day to hand in by. */
export interface BulletinDue {
  day: Day;
  title: string;
  announce?: string | undefined;
}

/** What half a month held, for a bulletin's skeleton. */
export interface BulletinFacts {
  number: number;
  /** The day it is to come out. */
  date: Day;
  /** The half month it reports on, both days included. */
  from: Day;
  until: Day;
  title?: string | undefined;
  /** The id of the campaign, and its name. */
  campaign?: { id: string; name: string } | undefined;
  issuer?: string | undefined;
  sendTo?: readonly string[] | undefined;
  copyTo?: readonly string[] | undefined;
  /** Sessions held in the half month, in any order; the same session of several units once for each. */
  sessions: readonly { day: Day; title: string; unit: string }[];
  /** What fell due in the half month. */
  deadlines: readonly BulletinDue[];
  /** What falls due after it, up to its next bulletin. */
  coming: readonly BulletinDue[];
  /** Totals of ledgers and receipts, a sentence each. */
  totals: readonly string[];
}

/**
 * A new bulletin as a Markdown file: fields and headings filled with the half month's sessions, deadlines and totals, the rest left as
 * questions in brackets. It is a draft until `draft: true` is taken out. Same facts, same text.
 */
export function bulletinSkeleton(facts: BulletinFacts): string {
  const { number, date, campaign, issuer, sendTo, copyTo, from, until } = facts;
  const title =
    facts.title ?? `${campaign ? `${campaign.name}` : ''}情况通报（${numberWords(String(number))}）`;
  const fields = [
    `title: ${quoted(title)}`,
    `number: ${number}`,
    `date: ${date}`,
    ...(campaign ? [`campaign: ${campaign.id}`] : []),
    ...(issuer ? [`issuer: ${quoted(issuer)}`] : []),
    ...(sendTo?.length ? [`sendTo: [${sendTo.map(quoted).join(', ')}]`] : []),
    ...(copyTo?.length ? [`copyTo: [${copyTo.map(quoted).join(', ')}]`] : []),
    'draft: true # 写好后删去这一行',
  ];
  const sections: [heading: string, lines: string[]][] = [
    ['一、学习情况', sessionLines(facts)],
    ['二、报送情况', [...dueLines(facts.deadlines), ...facts.totals]],
    ['三、问题和改法', ['〔写两三件具体的事：哪一天、哪个窗口、怎样改、改到什么程度〕']],
    ['四、下一步', dueLines(facts.coming)],
  ];
  const body = sections.flatMap(([heading, lines]) => [`## ${heading}`, '', ...paragraphs(lines)]);
  const opening = `${longDay(from)}至${lastDay(from, until)}的情况通报如下。`;
  return ['---', ...fields, '---', '', opening, '', ...body].join('\n').replace(/\n+$/u, '\n');
}

function paragraphs(lines: readonly string[]): string[] {
  return (lines.length > 0 ? lines : ['〔本期没有〕']).flatMap((line) => [line, '']);
}

function sessionLines({ sessions }: BulletinFacts): string[] {
  const held = new Map<string, { day: Day; units: string[] }>();
  for (const { day, title, unit } of [...sessions].sort(byDay)) {
    const known = held.get(title);
    if (!known) held.set(title, { day, units: [`${unit}（${dayWords(day)}）`] });
    else known.units.push(`${unit}（${dayWords(day)}）`);
  }
  return [...held].map(([title, { units }]) => `“${title}”：${units.join('、')}。`);
}

function dueLines(deadlines: readonly BulletinDue[]): string[] {
  return [...deadlines]
    .sort(byDay)
    .map(({ day, title, announce }) => `${title}：${dayWords(day)}截止${announce ? `，${announce}` : ''}。`);
}

function dayWords(day: Day): string {
  return `${shortDay(day)}${weekdayName(day)}`;
}

function byDay(a: { day: Day }, b: { day: Day }): number {
  return a.day === b.day ? 0 : a.day < b.day ? -1 : 1;
}

/** A text as YAML that no sign in it can break. */
function quoted(words: string): string {
  return JSON.stringify(words);
}
