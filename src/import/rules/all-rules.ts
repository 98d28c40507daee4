import { circleZeros } from './circle-zeros.ts';
import { contactLines } from './contact-lines.ts';
import { fullWidthPunctuation } from './full-width-punctuation.ts';
import { htmlComments } from './html-comments.ts';
import { ideographForms } from './ideograph-forms.ts';
import { invisibleCharacters } from './invisible-characters.ts';
import { lineEnds } from './line-ends.ts';
import { noBreakSpaces } from './no-break-spaces.ts';
import { numberingMarks } from './numbering-marks.ts';
import { pageBreakJoins } from './page-break-joins.ts';
import { pinyinNotes } from './pinyin-notes.ts';
import { personalNumbers } from './personal-numbers.ts';
import { repeatedTitles } from './repeated-titles.ts';
import type { Rule } from './rule.ts';
import { simplify } from './simplify.ts';
import { spacedWords } from './spaced-words.ts';
import { splitTitles } from './split-titles.ts';
import { trimSpaces } from './trim-spaces.ts';
import { visibleBlanks } from './visible-blanks.ts';
import { webFurniture } from './web-furniture.ts';

/** Every clean-up rule in the order in which they run: characters first, then lines, then paragraphs. */
export const RULES: readonly Rule[] = [
  lineEnds,
  invisibleCharacters,
  noBreakSpaces,
  ideographForms,
  circleZeros,
  htmlComments,
  trimSpaces,
  spacedWords,
  pinyinNotes,
  simplify,
  webFurniture,
  contactLines,
  splitTitles,
  repeatedTitles,
  fullWidthPunctuation,
  numberingMarks,
  visibleBlanks,
  pageBreakJoins,
  personalNumbers,
];

/** What else is done to a source besides changing its characters; switched off by name like a rule. */
export const STEPS = [
  { name: 'split-articles', title: '一个文件里的几篇文章分开' },
  { name: 'heading-levels', title: '认出小标题的层级' },
] as const;
export type StepName = (typeof STEPS)[number]['name'];
