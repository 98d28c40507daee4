import { endsAsPaper } from '../shapes.ts';
import type { Finding } from './finding.ts';
import { genreOf } from './genre.ts';

/** Stands where a source has no title; the opening words are none. */
export const UNTITLED = '无标题';

const LEAST_HAN_IN_FILE_NAME = 3;
const LONGEST_EXCERPT = 20;
const NO_NAMES =
  /^(?:新建|未命名|无标题|副本|扫描|文档|文件|图片|微信|下载|默认|正文|附件|定稿|终稿|修改|最新|初稿|草稿|打印|text|doc)[\p{Script=Han}\s\dA-Za-z()（）_-]{0,12}$/iu;
/** Numbers and codes before a name, copies after it. */
const AROUND_NAME =
  /^(?:(?!(?:19|20)\d{2}年)[A-Za-z\d.()（）【】[\]、]{1,24}[\s_+-]+)+|^\d{1,3}[.、]\s*|[\s_-]*(?:[（(]\d{1,3}[)）]|副本|最终版?|定稿|终稿|修改稿|打印版|v?\d{1,2}(?:\.\d+)?)+$/giu;

/** What tells that a title line is one. */
export interface TitleClues {
  titleLine: string | undefined;
  /** What the page or file says its title is. */
  stated: string | undefined;
  /** Whether lines of a head (letterhead, number, day, speaker, writers) stand with the title. */
  hasHead: boolean;
  firstParagraph: string;
  fileName: string;
}

/** The title: the title line; without one what the page says; without that a Chinese file name; else none, which is said. */
export function readTitle({ titleLine, stated, hasHead, firstParagraph, fileName }: TitleClues): Finding {
  if (titleLine !== undefined) {
    const isSure =
      hasHead ||
      endsAsPaper(titleLine) ||
      genreOf(titleLine) !== undefined ||
      /关于/u.test(titleLine) ||
      titleLine === stated;
    return isSure
      ? { value: titleLine, evidence: '开头的标题行', confidence: '高' }
      : { value: titleLine, evidence: '开头单独成行的文字', confidence: '中' };
  }
  if (stated !== undefined && /\p{Script=Han}/u.test(stated))
    return {
      value: stated,
      evidence: `网页标注“标题：${stated}”`,
      confidence: endsAsPaper(stated) ? '高' : '中',
    };
  const name = nameOf(fileName);
  if (name !== undefined) return { value: name, evidence: '没有标题行，取文件名', confidence: '中' };
  return {
    value: UNTITLED,
    evidence: `没有标题行，请补上；正文开头是“${excerpt(firstParagraph)}”`,
    confidence: '低',
  };
}

function nameOf(fileName: string): string | undefined {
  const name = fileName.replace(AROUND_NAME, '').replace(/[_]+/g, ' ').trim();
  const han = name.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han < LEAST_HAN_IN_FILE_NAME || NO_NAMES.test(name) ? undefined : name;
}

function excerpt(words: string): string {
  const all = Array.from(words);
  return all.length > LONGEST_EXCERPT ? `${all.slice(0, LONGEST_EXCERPT).join('')}…` : words;
}
