import { cut, inEach } from './doubt.ts';

const KINDS_OF_PLACE =
  '群岛新区|新区|半岛|湾区|港区|自治州|自治县|经济区|开发区|高新区|保税区|综合保税区|示范区|自贸区';

/** What is left of a sentence when somebody has deleted a place's name from it. */
const GAPS: readonly { pattern: RegExp; reason: string }[] = [
  {
    pattern: /(?<=[在到于从])[港湾岛](?=综合保税|保税区|经济区|经济开发|开发区|自贸|高新|新区)/gu,
    reason: '前面像是删去了地名',
  },
  {
    pattern: new RegExp(
      `(?<=《)(?:${KINDS_OF_PLACE})(?=[^》]*(?:规划|纲要|方案|条例|意见|办法)[^》]*》)`,
      'gu',
    ),
    reason: '书名号里像是删去了开头的地名',
  },
  {
    pattern: /“(?:健康|平安|法治|美丽|幸福|活力|数字|智慧)”(?=的提出|建设)/gu,
    reason: '引号里像是删去了地名（如“平安某地”）',
  },
];
/** What the gaps begin with, so that most paragraphs need no further look. */
const MAY_HOLD_GAPS =
  /[港湾岛](?:综合保税|保税|经济|开发|自贸|高新|新区)|《(?:[群新半湾港自经开高保综示])|“(?:健康|平安|法治|美丽|幸福|活力|数字|智慧)”/u;

/** Gaps where a place name was deleted, as sites of model texts do: reported, never guessed. */
export const findMissingPlaces = inEach((text) =>
  MAY_HOLD_GAPS.test(text)
    ? GAPS.flatMap(({ pattern, reason }) =>
        [...text.matchAll(pattern)].map((match) => ({
          kind: '地名缺失' as const,
          ...cut(text, match.index, match[0].length),
          reason,
          remedy: '查到原文后写进 corrections；查不到就写进 settled，不要自己补',
        })),
      )
    : [],
);
