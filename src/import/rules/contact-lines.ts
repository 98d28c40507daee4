import { removeLine } from '../edits.ts';
import { furnitureKind } from './web-furniture.ts';
import { pageZones } from './page-zones.ts';
import type { Rule } from './rule.ts';

const LABEL = /(?:电话|热线|手机|传真|联系方式|联系地址|客服|QQ|微信号|邮箱|E-?mail|邮编)/iu;
const NUMBER = /(?:\d[\d\s()（）—–-]{5,}\d|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/u;
const LONGEST = 140;

/** Lines before or after the text that only give a telephone, QQ or e-mail go: they must not reach a public page unasked. */
export const contactLines: Rule = {
  name: 'contact-lines',
  title: '去掉电话、QQ、邮箱行',
  edits: (text) => {
    const { head, tail } = pageZones(
      text,
      (line) => isContactLine(line) || furnitureKind(line) !== undefined,
    );
    return [...head, ...tail]
      .filter((line) => isContactLine(line.text.trim()))
      .map((line) => removeLine(text, line));
  },
};

/** Whether a trimmed line does nothing but say how to reach someone. */
export function isContactLine(line: string): boolean {
  return line.length <= LONGEST && !line.includes('。') && LABEL.test(line) && NUMBER.test(line);
}
