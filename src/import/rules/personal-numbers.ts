import { PERSONAL_DATA } from '../../domain/doubts/personal-data.ts';
import type { Edit } from '../edits.ts';
import type { Rule } from './rule.ts';

/** What readers see where a number was kept back. */
export const KEPT_BACK = '〔号码从略〕';

const WEB_ADDRESS = /https?:\/\/[^\s\p{Script=Han}，。；）]+/gu;
const AMOUNT = /^\s*[元万亿美港]/u;

/**
 * Telephone, QQ and identity numbers and e-mail addresses inside the text are kept back; an editor who may publish them switches this
 * off. Web addresses and sums of money keep their figures.
 */
export const personalNumbers: Rule = {
  name: 'personal-numbers',
  title: '正文中的电话、QQ、邮箱、身份证号从略',
  edits: (text) => {
    const addresses = [...text.matchAll(WEB_ADDRESS)].map((match) => ({
      at: match.index,
      removed: match[0],
    }));
    const found = PERSONAL_DATA.flatMap(({ name, pattern }) =>
      [...text.matchAll(pattern)].map((match) => ({
        at: match.index,
        removed: match[0],
        inserted: KEPT_BACK,
        note: name,
      })),
    )
      .filter((edit) => !addresses.some((address) => overlaps(address, edit) && address.at <= edit.at))
      .filter(({ at, removed }) => !AMOUNT.test(text.slice(at + removed.length, at + removed.length + 3)))
      .sort((a, b) => a.at - b.at || b.removed.length - a.removed.length);
    return found.filter((edit, index) => !found.slice(0, index).some((earlier) => overlaps(earlier, edit)));
  },
};

function overlaps(earlier: Pick<Edit, 'at' | 'removed'>, later: Pick<Edit, 'at'>): boolean {
  return later.at < earlier.at + earlier.removed.length;
}
