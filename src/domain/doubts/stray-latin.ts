import { cut, inEach } from './doubt.ts';

const STRAY = /(?<=\p{Script=Han}) ?([a-z]{2,}) ?(?=\p{Script=Han})/gu;
/** Small letters that rightly stand between Chinese: units of measurement, and terms written so. */
const AT_HOME =
  /^(?:mm|cm|dm|km|nm|um|mg|kg|ml|dl|kw|kwh|hz|khz|mhz|ghz|db|pa|kpa|mpa|ppm|ph|app|vs|pm|ip|mol|min|ha|www|com|cn)$/;

/** A small-lettered Latin word alone between Chinese, such as and in 文明单位 and 系统: the trace of a machine. */
export const findStrayLatin = inEach((text) =>
  (/[a-z]{2}/.test(text) ? [...text.matchAll(STRAY)] : [])
    .filter(([, word = '']) => !AT_HOME.test(word))
    .map((match) => ({
      kind: '夹杂外文' as const,
      ...cut(text, match.index, match[0].length, 6),
      reason: `汉字之间夹有“${match[1] ?? ''}”`,
      remedy: '对照原件核实；是误入的写进 corrections',
    })),
);
