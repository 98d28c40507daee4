import { chineseNumber } from '../../domain/chinese-number.ts';
import { longDay, shortDay, type Day } from '../../domain/day.ts';
import type { PlanSession } from '../../domain/schedule/plan.ts';
import type { KnownEntry } from './readings.ts';
import type { TableStage } from './stages.ts';

/** All words that stand in a plan's file and its unit's, or that its keys stand for: titles of entries, stages by number and day. */
export function writtenWords(
  sessions: readonly PlanSession[],
  stages: readonly TableStage[],
  entries: readonly KnownEntry[],
  others: readonly unknown[],
): string {
  const fields = JSON.stringify([sessions, others]);
  const read = [...fields.matchAll(/"((?:texts|speeches|articles)\/[a-z0-9-]+)(?:#p(\d+))?"/g)];
  const keys = new Set(read.map(([, key]) => key));
  return [
    fields,
    ...entries.filter(({ key }) => keys.has(key)).map(({ key, title }) => `${title} ${key}`),
    ...read.flatMap(([, , number]) => (number === undefined ? [] : [`第${number}段`])),
    ...stages.flatMap(stageWords),
    '其他',
  ].join('\n');
}

function stageWords({ title, from, until }: TableStage, index: number): string[] {
  const number = index + 1;
  const numbers =
    number > 99 ? [] : [chineseNumber(number), `第${chineseNumber(number)}阶段`, `第${number}阶段`];
  return [title, `${title}阶段`, ...numbers, ...spans(from, until)];
}

/** 9月14日至10月9日, 2026年9月14日至10月9日, 2026年9月14日至2026年10月9日, and each day alone. */
function spans(from: Day | undefined, until: Day | undefined): string[] {
  const [first, last] = [from, until].map((day) => (day === undefined ? [] : [longDay(day), shortDay(day)]));
  const days = [...(first ?? []), ...(last ?? [])];
  return [
    ...days,
    ...days.flatMap((day) => [`${day}起`, `至${day}`]),
    ...(first ?? []).flatMap((start) => (last ?? []).map((end) => `${start}至${end}`)),
  ];
}
