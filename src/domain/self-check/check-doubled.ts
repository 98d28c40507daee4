import type { CheckedParagraph } from './checked-text.ts';
import { surroundings, type Finding } from './finding.ts';

/** Characters that never stand twice in a row by themselves; where two words meet so, the words are excepted. */
const NEVER_TWICE = '的了在是和与及或把被从向为于以将而但并之其这那也都又已则且由使让给该此它他她我你们着';
/** Words, and words meeting, in which such a character rightly stands twice. */
const RIGHT =
  '的的确确 了了解 了了结 了了却 了了断 是是非非 和和气气 和和美美 从从容容 为为民 在在职 在在建 在在校 在在岗 将将来 以以人 与与会 给给予 把把关 一把把 目的的 标的的 和和平 和和谐 可以以 申请人申请人民 实实在在 實實在在 参与与 为为由 与与会 使使用 被被动 由由于 那那达 向向右 合并并 一并并 接受人接受 委员会委员'.split(
    ' ',
  );
const MARKS = /([，。、；：？！])\1+|，。|。，|、，|，、|；。|。；/gu;
/** A word or clause said twice; 讨论讨论, 一个一个 and 很好很好 are right. */
const LONGEST_PHRASE = 6;
const SAID_TWICE = new Set(
  '进行 我们 你们 他们 工作 问题 情况 以及 因为 所以 但是 通过 对于 关于 已经 群众 单位 同志 认为 提出 要求 加强 开展 活动 服务 时间 材料 其中 没有 可以 应当 必须 需要 他的 我的 这个 那个 以后 以前 以上 以下'.split(
    ' ',
  ),
);

/** Something written twice in a row and where the first begins. */
export interface Doubled {
  doubled: string;
  at: number;
}

/** Characters, marks and words written twice by mistake: 的的, ，，, 我们我们. Correct doublings such as 刚刚, 常常, 谢谢 are not reported. */
export function doubledWords(text: string): Doubled[] {
  const slips = runsThatRepeat(text, (found) => isMistake(found, text)).sort(
    (a, b) => b.doubled.length - a.doubled.length,
  );
  const apart: Doubled[] = [];
  const taken = new Uint8Array(text.length);
  for (const slip of [...slips, ...(/[，。、；：？！]{2}/.test(text) ? matches(text, MARKS) : [])]) {
    const end = slip.at + slip.doubled.length;
    if (taken.subarray(slip.at, end).includes(1)) continue;
    taken.fill(1, slip.at, end);
    apart.push(slip);
  }
  return apart.sort((a, b) => a.at - b.at);
}

/** Findings for `doubledWords`, paragraph by paragraph. */
export function checkDoubled(paragraphs: readonly CheckedParagraph[]): Finding[] {
  return paragraphs.flatMap(({ number, text }) =>
    doubledWords(text).map(({ doubled, at }): Finding => ({
      kind: 'doubled',
      number,
      words: surroundings(text, at, doubled.length),
      doubled,
    })),
  );
}

/**
 * Every wanted run of one to six characters that follows itself at once, the longest of those that overlap. Only where a character equals the one a
 * length before it is the whole run compared.
 */
function runsThatRepeat(text: string, isWanted: (found: Doubled) => boolean): Doubled[] {
  const found: Doubled[] = [];
  for (let end = 1; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    for (let length = Math.min(LONGEST_PHRASE, end); length >= 1; length -= 1) {
      if (code !== text.charCodeAt(end - length) || end + 1 < length * 2) continue;
      if (length > 1 && text.charCodeAt(end - 1) !== text.charCodeAt(end - 1 - length)) continue;
      const at = end + 1 - length * 2;
      const doubled = text.slice(at, end + 1);
      if (doubled.slice(0, length) === doubled.slice(length) && isWanted({ doubled, at }))
        found.push({ doubled, at });
    }
  }
  return found;
}

function isMistake({ doubled, at }: Doubled, text: string): boolean {
  if (doubled.length === 2) return NEVER_TWICE.includes(doubled.charAt(0)) && !isRight(text, at);
  return /^\p{Script=Han}+$/u.test(doubled) && isSlip(doubled) && !isRight(text, at);
}

function matches(text: string, pattern: RegExp): Doubled[] {
  return Array.from(text.matchAll(pattern), (match) => ({ doubled: match[0], at: match.index }));
}

function isRight(text: string, at: number): boolean {
  return RIGHT.some((word) => {
    const around = text.slice(Math.max(0, at + 2 - word.length), at + word.length);
    return around.includes(word);
  });
}

function isSlip(doubled: string): boolean {
  const half = doubled.slice(0, doubled.length / 2);
  if (/^[一逐每两三几的等]/u.test(half) || /^(\p{Script=Han})\1*$/u.test(half)) return false;
  return half.length > 2 || SAID_TWICE.has(half);
}
