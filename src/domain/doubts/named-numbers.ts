import { verdictOf, type Verdict } from '../formulas.ts';
import { cut, type DoubtFinder, type TextDoubt } from './doubt.ts';
import { COUNT, countOf } from './numbers.ts';

/** A named number of a text with the list that the text gives for it. */
interface NamedNumber {
  at: number;
  name: string;
  number: number;
  listed: number;
  /** Whether the list goes on: 等, 等等. */
  more: boolean;
}

/** Named numbers whose list in the text has another number of items. A list that says 等 is only partial, and no doubt. */
export const findMiscountedLists: DoubtFinder = (paragraphs) =>
  paragraphs.flatMap((text, index) => {
    const found = new Map<number, NamedNumber>();
    for (const find of [quotedBefore, repeatedAfter, ordinalsAfter, itemsBelow]) {
      for (const named of find(text, paragraphs, index)) if (!found.has(named.at)) found.set(named.at, named);
    }
    return [...found.values()].flatMap((named): TextDoubt[] => {
      const verdict: Verdict = verdictOf({ number: named.number, items: named.listed, more: named.more });
      if (verdict !== '不符') return [];
      return [
        {
          kind: '数字简称',
          paragraph: index + 1,
          ...cut(text, named.at, named.name.length, 2),
          reason: `“${named.name}”列出 ${named.listed} 项（${verdict}）`,
          remedy: '对照原件核实；原件如此的写进 settled，不要自己补',
        },
      ];
    });
  });

/** “甲进网格、乙进网格”等“十进网格”: a list whose items share what follows the number in the name. */
function quotedBefore(text: string): NamedNumber[] {
  if (!/”等?“/u.test(text)) return [];
  const pattern = new RegExp(`“([^“”]+、[^“”]+)”等?“(${COUNT})(\\p{Script=Han}{1,6})”`, 'gu');
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [all, list = '', count = '', shared = ''] = match;
    const items = list.split('、');
    const number = countOf(count);
    if (number === undefined || items.some((item) => !item.includes(shared))) return [];
    const name = count + shared;
    return [
      {
        at: match.index + all.indexOf(`“${name}”`) + 1,
        name,
        number,
        listed: items.length,
        more: /等$/u.test(list),
      },
    ];
  });
}

/** 五不准：不准…，不准…: what follows the number begins each item. */
function repeatedAfter(text: string): NamedNumber[] {
  if (!/[准得禁持须头焦合]”?(?:[：:]|，?即)/.test(text)) return [];
  const pattern = new RegExp(
    `“?(${COUNT})(不准|不得|严禁|个不准|个严禁|个坚持|个必须|个带头|个聚焦|个结合)”?(?:[：:]|，即|即)([^。]+)`,
    'gu',
  );
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [all, count = '', shared = '', list = ''] = match;
    const number = countOf(count);
    const word = shared.replace(/^个/u, '');
    const listed = list.split(word).length - 1;
    if (number === undefined || listed < 2) return [];
    return [
      { at: match.index + all.indexOf(count), name: count + shared, number, listed, more: /等/u.test(list) },
    ];
  });
}

const ORDINALS = '一二三四五六七八九'.split('');

/** 抓好三项工作：一是…二是…三是…: the count is the highest ordinal of an unbroken row. */
function ordinalsAfter(text: string): NamedNumber[] {
  if (!/一[是要、]/u.test(text)) return [];
  const pattern = new RegExp(
    `(${COUNT})(?:个|项|条|大|点|件|种)(\\p{Script=Han}{0,8})[：:，。；](?=(?:第?一(?:是|要|、))|“?一是)`,
    'gu',
  );
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [all, count = ''] = match;
    const number = countOf(count);
    const after = text.slice(match.index + all.length);
    const mark = /^“?(第?)一(是|要|、)/u.exec(after);
    if (number === undefined || !mark) return [];
    const [, first = '', last = ''] = mark;
    let listed = 0;
    let at = 0;
    for (const ordinal of ORDINALS) {
      const next = after.indexOf(`${first}${ordinal}${last}`, at);
      if (next < 0) break;
      listed += 1;
      at = next + 1;
    }
    if (listed < 2 || listed === 9) return [];
    const name = all.replace(/[：:，。；]$/u, '');
    return [{ at: match.index, name, number, listed, more: false }];
  });
}

/** …下列三种情形： followed by paragraphs （一）, （二）, …: as many as follow in order. */
function itemsBelow(text: string, paragraphs: readonly string[], index: number): NamedNumber[] {
  const said = text.trim();
  if (!said.endsWith('：') && !said.endsWith(':')) return [];
  const match = new RegExp(
    `(?:下列|以下|如下|分为|分成)(?:的)?(${COUNT})(?:个|项|条|大|类|种|级)?(\\p{Script=Han}{0,8})[：:]$`,
    'u',
  ).exec(said);
  if (!match) return [];
  const number = countOf(match[1] ?? '');
  const below = paragraphs.slice(index + 1);
  const ordinal = /^[（(]([一二三四五六七八九十]+)[）)]/u;
  let listed = 0;
  for (const paragraph of below) {
    const written = ordinal.exec(paragraph.trim())?.[1];
    if (written === undefined || countOf(written) !== listed + 1) break;
    listed += 1;
  }
  if (number === undefined || number < 2 || listed < 2) return [];
  return [{ at: match.index, name: match[0].slice(0, -1), number, listed, more: false }];
}
