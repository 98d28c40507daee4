/**
 * What a doubt (待核) may be about. The words are written by editors into `settled`, so they never change.
 * The first ones are raised by texts, the later ones by what is held against each other.
 */
export const DOUBT_KINDS = [
  '文字损坏',
  '少见字符',
  '原文空缺',
  '地名缺失',
  '疑似错字',
  '夹杂外文',
  '标点不配对',
  '半角标点',
  '文字重复',
  '日期',
  '期限',
  '合计',
  '数字简称',
  '引用',
  '所引未公开',
  '个人信息',
  '说法不一',
  '编号',
  '学习安排',
  '放假安排',
  '答复',
] as const;

export type DoubtKind = (typeof DOUBT_KINDS)[number];

/** What is doubtful in a paragraph. */
export interface ParagraphDoubt {
  kind: DoubtKind;
  /** Where in the paragraph's text the words begin. */
  at: number;
  /** The words it is about, as they stand there. */
  words: string;
  /** What is wrong with them, in Chinese. */
  reason: string;
  /** What to do about it, in Chinese. */
  remedy: string;
}

/** Something in a text that does not add up, for the editor. */
export interface TextDoubt extends ParagraphDoubt {
  /** The number of the paragraph, counted from 1. */
  paragraph: number;
}

/** Looks for one kind of doubt in the paragraphs of a text. */
export type DoubtFinder = (paragraphs: readonly string[]) => TextDoubt[];

/** A finder that looks at each paragraph by itself. */
export function inEach(find: (paragraph: string) => ParagraphDoubt[]): DoubtFinder {
  return (paragraphs) =>
    paragraphs.flatMap((text, index) => find(text).map((doubt) => ({ paragraph: index + 1, ...doubt })));
}

/** Words with some characters around them, cut out of a paragraph; no character is cut in two. */
export function cut(text: string, at: number, length: number, around = 4): { at: number; words: string } {
  const from = wholeFrom(text, Math.max(0, at - around), -1);
  const until = wholeFrom(text, Math.min(text.length, at + length + around), 1);
  return { at: from, words: text.slice(from, until) };
}

/** A place in a text that is not within a character of two units: the same one, or the next in a direction. */
function wholeFrom(text: string, at: number, step: 1 | -1): number {
  return /^[\udc00-\udfff]/.test(text.slice(at)) && /[\ud800-\udbff]$/.test(text.slice(0, at))
    ? at + step
    : at;
}
