import type { SessionForm } from '../../domain/schedule/plan.ts';
import type { SessionRows } from './plan-rows.ts';
import { formInNote, formInTitle, sessionForm } from './session-form.ts';

/**
 * The form and hours of a row: of its own columns, else the form that the title ends with or the note says. `extra` takes words for the note that the
 * fields do not hold.
 */
export function formOfRow(
  words: SessionRows['words'],
  title: string,
  extra: string[],
  doubt: (words: string) => void,
): { form: SessionForm; hours: number | undefined } {
  const all = words.form ?? '';
  const [shown, amount] = /(\d+(?:\.\d+)?)\s*(?:学时|课时)/u.exec(all) ?? [];
  const plain = all.replace(shown ?? '', '').replace(/[\s（）()]+$|^\s+/gu, '');
  const form = plain === '' ? formElsewhere(words, title, doubt) : formInCell(plain, extra, doubt);
  return { form, hours: hoursOf(words.hours, amount, extra) };
}

function formInCell(plain: string, extra: string[], doubt: (words: string) => void): SessionForm {
  const { form, certainty } = sessionForm(plain);
  const words = plain.replace(/\s*\n\s*/gu, '');
  if (certainty !== 'same') extra.push(`学习形式：${words}`);
  if (certainty === 'supposed') doubt(`学习形式“${words}”认不出，暂作${form}，原话记在备注`);
  else if (!form.includes(words)) doubt(`学习形式“${words}”作${form}`);
  return form;
}

function formElsewhere(
  { note }: SessionRows['words'],
  title: string,
  doubt: (words: string) => void,
): SessionForm {
  const [ofTitle, ofNote] = [formInTitle(title), formInNote(note ?? '')];
  const form = ofTitle ?? ofNote;
  if (form === undefined) {
    doubt('没有写学习形式，暂作集中学习');
    return '集中学习';
  }
  doubt(`没有写学习形式，按${ofTitle === undefined ? '备注' : '专题'}作${form}`);
  return form;
}

function hoursOf(words: string | undefined, amount: string | undefined, extra: string[]): number | undefined {
  const own = /^(\d+(?:\.\d+)?)\s*(?:个?学时|个?课时|小时)?$/u.exec(words?.trim() ?? '')?.[1];
  if (words !== undefined && (own === undefined || (amount !== undefined && amount !== own)))
    extra.push(`学时：${words.replace(/\s*\n\s*/gu, '')}`);
  const hours = Number(amount ?? own);
  if (hours >= 0.5 && hours <= 40) return hours;
  if (!Number.isNaN(hours)) extra.push(`学时：${hours}`);
  return undefined;
}
