import type { Damage } from './mutation.ts';
import type { Random } from './random.ts';

const DAYS = [
  '2026-02-30',
  '2026-13-01',
  '2026-00-10',
  '0000-00-00',
  '0000-01-01',
  '0001-01-01',
  '0099-12-31',
  '9999-12-31',
  '99999-01-01',
  '+010000-01-01',
  '-0001-01-01',
  '1900-02-29',
  '2100-02-29',
  '1582-10-10',
  '1970-01-01',
  '2026-2-3',
  '2026/02/03',
  '2026年2月3日',
  '２０２６-０２-０３',
  '20260203',
  '46000',
  'unknown',
  '"unknown "',
  'Unknown',
  '未知',
  '2026-02-03T10:00:00Z',
  '2026-02-03T10:00:00+08:00',
  '2026-02-03 10:00',
  '"2026-02-03\\n"',
  'null',
  '""',
  '[2026-02-03]',
  '{ on: 2026-02-03 }',
  '2000-01-01',
  '2026-10-01',
];
const MOMENTS = [
  ...DAYS.slice(0, 12),
  '{ campaign: start }',
  '{ campaign: end }',
  '{ campaign: middle }',
  '{ stage: none, edge: end }',
  '{ stage: __proto__, edge: start }',
  '{ session: s1 }',
  '{ session: s2 }',
  '{ session: s3 }',
  '{ session: none }',
  '{ plan: none, session: s1 }',
  '{ plan: conduct-2026, session: s1 }',
  '{ plan: winter-reading-2026, session: s1 }',
  '{ plan: constructor, session: s1 }',
];
const COUNTS = ['5', '0', '-1', '1', '366', '367', '1e9', '1.5', '"5"', '99999999999999999999'];
const TIMES = ['"17:30"', '17:30', '"24:00"', '"７:30"', '"1:2"', '9:5', '"23:59"', '1e3'];

/** Ways to damage days, times, moments and deadlines, wherever a text has them. */
export const DATE_DAMAGES: readonly Damage[] = [
  ['a day', (text, random) => atOne(text, random, /\d{4}-\d{2}-\d{2}|\bunknown\b/g, () => random.pick(DAYS))],
  ['every day', (text, random) => text.replace(/\d{4}-\d{2}-\d{2}|\bunknown\b/g, () => random.pick(DAYS))],
  [
    'every day the same',
    (text, random) => replaced(text, /\d{4}-\d{2}-\d{2}|\bunknown\b/g, random.pick(DAYS)),
  ],
  [
    'a month',
    (text, random) =>
      atOne(text, random, /\d{4}-\d{2}\b(?!-)/g, () =>
        random.pick(['2026-00', '9999-12', '0000-01', '2026-1']),
      ),
  ],
  ['a time', (text, random) => atOne(text, random, /"?\d{1,2}:\d{2}"?/g, () => random.pick(TIMES))],
  ['a deadline', (text, random) => atOne(text, random, /(?<=deadline: )\S.*$/gm, () => deadline(random))],
  ['every deadline', (text, random) => text.replace(/(?<=deadline: )\S.*$/gm, () => deadline(random))],
  [
    'when a session is held',
    (text, random) => atOne(text, random, /(?<=when: )\{.*\}|(?<=when: )unknown/g, () => when(random)),
  ],
  [
    'when every session is held',
    (text, random) => text.replace(/(?<=when: )\{.*\}|(?<=when: )unknown/g, () => when(random)),
  ],
  [
    'the weekday',
    (text, random) =>
      replaced(text, /weekday: \d/g, `weekday: ${random.pick(['0', '7', '8', '-1', '1.5', '"5"'])}`),
  ],
  [
    'a stage',
    (text, random) =>
      atOne(
        text,
        random,
        /stage: \S+?(?=[,}\s])/g,
        () => `stage: ${random.pick(['none', '""', '__proto__', 'study', '[]'])}`,
      ),
  ],
  ['ends exchanged', (text) => text.replace(/from: (\S+)([\s\S]*?)until: (\S+)/, 'from: $3$2until: $1')],
  [
    'an adjustment',
    (text, random) =>
      atOne(
        text,
        random,
        /\n {6}- \{ session: .*$/gm,
        () =>
          `\n      - { session: ${random.pick(['s1', 's2', 'a1', 'none'])}, on: ${random.pick(DAYS)}, reason: 有事 }`,
      ),
  ],
  ['a rhythm', (text, random) => `${text.trimEnd()}\nbulletins: ${rhythm(random)}\n`],
];

function deadline(random: Random): string {
  const [moment, count, time] = [random.pick(MOMENTS), random.pick(COUNTS), random.pick(TIMES)];
  return random.pick([
    'unknown',
    `{ on: ${random.pick(DAYS)} }`,
    `{ on: ${random.pick(DAYS)}, time: ${time} }`,
    `{ month: ${random.pick(['2026-10', '9999-12', '0000-01', '2026-13'])} }`,
    `{ workingDays: ${count}, after: ${moment} }`,
    `{ workingDays: ${count}, before: ${moment} }`,
    `{ days: ${count}, after: ${moment}, includeFirst: true }`,
    `{ days: ${count}, before: ${moment} }`,
    `{ workingDays: ${count}, after: { workingDays: 5, after: ${moment} } }`,
    moment,
    rhythm(random),
  ]);
}

function rhythm(random: Random): string {
  const every = random.pick(['half-month', 'month', 'quarter', 'day']);
  const day = random.pick(['', 'day: 31, ', 'day: 0, ', 'day: 15, ']);
  return `{ every: ${every}, ${day}from: ${random.pick(MOMENTS)}, until: ${random.pick(MOMENTS)} }`;
}

function when(random: Random): string {
  return random.pick([
    'unknown',
    `{ on: ${random.pick(DAYS)} }`,
    `{ week: ${random.pick(COUNTS)} }`,
    '{ week: 60 }',
    `{ by: ${random.pick(MOMENTS)} }`,
    `{ by: ${random.pick(MOMENTS)} }`,
    `{ month: ${random.pick(['2026-10', '9999-12', '0000-01'])} }`,
  ]);
}

function atOne(text: string, random: Random, pattern: RegExp, value: () => string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { index, 0: old } = random.pick(found);
  return text.slice(0, index) + value() + text.slice(index + old.length);
}

function replaced(text: string, pattern: RegExp, value: string): string {
  return text.replace(pattern, () => value);
}
