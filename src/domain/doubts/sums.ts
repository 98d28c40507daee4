import { cut, inEach, type ParagraphDoubt } from './doubt.ts';

const UNIT = '(?:个|条|件|人|名|次|家|户|本|份|篇|项|处|所|台|辆|万元|亿元|元|公里|亩|吨)';
const AMOUNT = new RegExp(`(\\d+(?:\\.\\d+)?)(${UNIT})(?!以[上下内]|左右)`, 'gu');

interface Amount {
  value: number;
  unit: string;
}

/** Sums that do not come out even: parts after 其中 that are more than the whole, what came in against what was answered. */
export const findUnevenSums = inEach((text) => [...unevenParts(text), ...unanswered(text)]);

function amountsIn(text: string): Amount[] {
  return [...text.matchAll(AMOUNT)].map(([, value = '', unit = '']) => ({ value: Number(value), unit }));
}

/** Characters before 其中 in which the whole stands, and after it in which the parts do. */
const WHOLE_WITHIN = 40;
const PARTS_WITHIN = 300;

/** 已回复17条，其中有条件解决的2条，…: the parts are those of the same unit up to the end of the sentence. */
function unevenParts(text: string): ParagraphDoubt[] {
  return [...text.matchAll(/其中[，,:：]?/gu)].flatMap(({ index: at }): ParagraphDoubt[] => {
    const start = Math.max(0, at - WHOLE_WITHIN);
    const before =
      text
        .slice(start, at)
        .split(/[。；]/u)
        .at(-1) ?? '';
    const whole = amountsIn(before).at(-1);
    if (!whole) return [];
    const list = text.slice(at + 2, at + PARTS_WITHIN).split(/[。；]|其中/u)[0] ?? '';
    const parts = amountsIn(list).filter(({ unit }) => unit === whole.unit);
    if (parts.length < 2) return [];
    const sum = round(parts.reduce((total, { value }) => total + value, 0));
    const isShort = parts.length >= 3 && whole.value - sum <= whole.value / 5 && !/等|主要|包括/u.test(list);
    if (sum === whole.value || (sum < whole.value && !isShort)) return [];
    const figures = parts.map(({ value }) => value).join('＋');
    return [
      {
        kind: '合计',
        ...cut(text, at, 2, 12),
        reason: `“其中”各项 ${figures}＝${sum}，${sum > whole.value ? '多于' : '少于'}合计 ${whole.value}${whole.unit}`,
        remedy: '对照原件核实各数；原件如此的写进 settled',
      },
    ];
  });
}

const RECEIVED = new RegExp(
  `(?:收到|收集到?|征集到?|征求到|受理|接收|转来|梳理出?|查摆出?|排查出?)[^。；，,]{0,30}?(\\d+)(条|件|个|项)([^。；，,\\d]{0,14})[，,；]?(?:目前|现)?(?:已|均|已经|共)?(?:办结|办复|回复|答复|解决|整改|化解|办理)(?:完毕|完成|到位)?(?:了)?(\\d+)\\2`,
  'gu',
);
const REST = /余下|其余|剩余|尚有|正在|在办|未办|待办|未解决|仍有|列入计划/u;

/** 收到22条…，已回复17条: more answered than came in, or a rest that nobody speaks of. */
function unanswered(text: string): ParagraphDoubt[] {
  if (!/[办回答解整化][结复决改理]/u.test(text)) return [];
  return [...text.matchAll(RECEIVED)].flatMap((match): ParagraphDoubt[] => {
    const [all, received = '', unit = '', , answered = ''] = match;
    const rest = Number(received) - Number(answered);
    const after = text.slice(match.index + all.length, match.index + all.length + 80);
    if (rest === 0 || (rest > 0 && REST.test(after))) return [];
    return [
      {
        kind: '合计',
        at: match.index,
        words: all,
        reason:
          rest < 0
            ? `办结 ${answered}${unit}，多于收到 ${received}${unit}`
            : `收到 ${received}${unit}，办结 ${answered}${unit}，余下 ${rest}${unit}没有说明去向`,
        remedy: '向有关单位核实；原件如此的写进 settled',
      },
    ];
  });
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
