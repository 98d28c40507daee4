import { FESTIVALS } from '../domain/calendar/festivals.ts';
import { MONTH_PARTS } from '../domain/schedule/plan.ts';
import { isInYears } from '../domain/day.ts';
import { periodOfKey } from '../domain/schedule/periods.ts';

/** What says when: a time is one of these. */
const FORMS = ['on', 'week', 'by', 'month', 'period', 'festival', 'before', 'every'];
const PARTS = 'start（月初）、early（上旬）、mid（中旬）、late（下旬）或 end（月底）';

type Words = Readonly<Record<string, unknown>>;

/** What is wrong with a session's time that fits no form, in Chinese; `undefined` where nothing better is known than its forms. */
export function whenFault(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const when = value as Words;
  const forms = FORMS.filter((form) => form in when);
  const [form] = forms;
  if (form === undefined) return withoutForm(when);
  if (forms.length > 1) return `${forms.join('、')} 只能写一样`;
  return fieldFault(form, when);
}

function withoutForm(when: Words): string | undefined {
  if ('part' in when) return 'part 要连 month 一起写，如 { month: 2027-03, part: early }';
  return 'year' in when ? 'year 要连 festival 或 before 一起写，如 { before: 七一, year: 2027 }' : undefined;
}

function fieldFault(form: string, when: Words): string | undefined {
  switch (form) {
    case 'month':
      return 'part' in when && !(MONTH_PARTS as readonly unknown[]).includes(when.part)
        ? `part 只能是 ${PARTS}`
        : undefined;
    case 'period':
      return typeof when.period === 'string' && periodOfKey(when.period)
        ? undefined
        : 'period 只能是季度（2027-q1 到 q4）、半年（2027-h1、h2）或半月（2027-03-a、2027-03-b）';
    case 'festival':
    case 'before':
      return festivalFault(when[form], when.year);
    default:
      return undefined;
  }
}

function festivalFault(name: unknown, year: unknown): string | undefined {
  if (!(FESTIVALS as readonly unknown[]).includes(name))
    return `没有“${String(name)}”这个节日或纪念日；能写的有：${FESTIVALS.join('、')}`;
  if (year === undefined) return '要写 year，是哪一年的';
  return Number.isInteger(year) && isInYears(`${String(year)}-01-01`) ? undefined : 'year 应为年份，如 2027';
}
