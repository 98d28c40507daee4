import { PERSONAL_DATA } from '../../domain/doubts/personal-data.ts';
import type { Edit } from '../edits.ts';
import type { Rule } from './rule.ts';

/** What readers see where a number was kept back. */
export const KEPT_BACK = '〔号码从略〕';

/** Telephone, QQ and identity numbers and e-mail addresses inside the text are kept back; an editor who may publish them switches this off. */
export const personalNumbers: Rule = {
  name: 'personal-numbers',
  title: '正文中的电话、QQ、邮箱、身份证号从略',
  edits: (text) => {
    const found = PERSONAL_DATA.flatMap(({ name, pattern }) =>
      [...text.matchAll(pattern)].map((match) => ({
        at: match.index,
        removed: match[0],
        inserted: KEPT_BACK,
        note: name,
      })),
    ).sort((a, b) => a.at - b.at || b.removed.length - a.removed.length);
    return found.filter((edit, index) => !found.slice(0, index).some((earlier) => overlaps(earlier, edit)));
  },
};

function overlaps(earlier: Edit, later: Edit): boolean {
  return later.at < earlier.at + earlier.removed.length;
}
