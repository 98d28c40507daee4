import { Converter } from 'opencc-js/t2cn';
import { RADICALS } from '../../domain/radicals.ts';
import { editsForMatches, type Edit } from '../edits.ts';
import type { Rule } from './rule.ts';
import { isTraditional } from './simplify.ts';

/** Radicals, compatibility ideographs, forms for vertical lines, joined Latin letters. */
const FORMS =
  /[\u2E80-\u2FDF\uF900-\uFAFF\uFB00-\uFB06\uFE10-\uFE19\uFE30-\uFE44\uFE47\uFE48\u{2F800}-\u{2FA1F}]/gu;
const QUOTED = /[“‘「『"'][\u2E80-\u2FDF][”’」』"']/u;
const FULL_WIDTH = 0xfee0;
const toSimplified = Converter({ from: 't', to: 'cn' });

/**
 * Characters that are only drawn like others become these: ⼈ is 人, ︵ is （. Programs that print PDFs and copy from them leave such behind. What
 * stands alone in quotation marks may be meant as it is.
 */
export const ideographForms: Rule = {
  name: 'ideograph-forms',
  title: '部首等异形字符换成通用字',
  edits: formEdits,
};

function formEdits(text: string): Edit[] {
  const isOld = isTraditional(text);
  return editsForMatches(text, FORMS, ({ 0: form, index }) =>
    QUOTED.test(text.slice(Math.max(0, index - 1), index + form.length + 1)) ? form : usualForm(form, isOld),
  ).map((edit) => ({ ...edit, note: `${edit.removed}→${edit.inserted}` }));
}

/** Some radicals have only an old form (⼾ is 戶), which stands for the new one in a text of Simplified characters. */
function usualForm(form: string, isOld: boolean): string {
  const radical = RADICALS.get(form);
  if (radical !== undefined) return isOld ? radical : toSimplified(radical);
  const usual = form.normalize('NFKC');
  if (/[\uFB00-\uFB06]/.test(form)) return usual;
  return usual
    .replace('...', '…')
    .replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + FULL_WIDTH));
}
