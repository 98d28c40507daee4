import type { LibraryKind } from '../../schemas/collections.ts';
import { isListenersCall } from '../shapes.ts';
import type { Finding } from './finding.ts';
import { genreOf, kindOfGenre, type Genre } from './genre.ts';

/** What the decision rests on. */
export interface KindClues {
  title: string;
  subtitle?: string | undefined;
  byline: string | undefined;
  newspaper: string | undefined;
  /** The name of the series in the letterhead: 会议纪要, 工作简报. */
  masthead?: string | undefined;
  firstParagraph: string;
  fileName?: string | undefined;
}

const REPORTERS = /记者|通讯员|评论员|编辑部/u;
const PRESS_LEAD =
  /^(?:[（(【]?(?:本报|本网|本台|本刊)[^。]{0,12}?讯|[\p{Script=Han}]{2,10}(?:日报|晚报|网|电视台)讯)|^[（(]?(?:本报)?(?:记者|通讯员)\s*\p{Script=Han}{2,4}/u;
const EXPERIENCE =
  /(?:谈|写|汇报|交流|分享|说|讲)[^。，]{0,10}(?:体会|感悟|感受|感想|心得)|我[^。]{0,14}(?:感触|感受|体会|启发|触动|震撼)|感触(?:良多|很深|颇深|至深)|深受(?:教育|启发|触动)/u;
/** Papers that are also read out at meetings, where 各位…： begins them. */
const MAY_BE_SPOKEN: ReadonlySet<Genre> = new Set(['报告', '经验材料', '心得体会', '对照检查']);
const NEWS_LEAD =
  /^(?:近日|日前|昨日|昨天|今天(?:上午|下午)|今日|连日来|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚|清晨|凌晨|深夜)?[，,]|(?:\d{4}年)?\d{1,2}月\d{1,2}日至)/u;

/** The kind of paper (文种): by its title, the press that printed it, its secondary title, its letterhead, its first words. */
export function readGenre(clues: KindClues): Finding<Genre> {
  const { title, subtitle, byline, newspaper, masthead, firstParagraph, fileName } = clues;
  const named = genreOf(title);
  const spoken = named?.genre === '讲话' ? named : speechIn(subtitle);
  const press =
    byline !== undefined && REPORTERS.test(byline) ? `署名“${byline}”` : pressLead(firstParagraph);
  const bulletin = masthead === undefined ? undefined : genreOf(masthead);
  if (spoken) return finding('讲话', `${named === spoken ? '标题' : '副题'}以“${spoken.words}”结尾`, '高');
  if (newspaper) return finding('报道', `有报刊名“${newspaper}”`, '高');
  if (press !== undefined) return finding('报道', press, '高');
  if (bulletin?.genre === '简报') return finding('简报', `版头“${masthead}”`, '高');
  if (named) {
    const isSpoken = MAY_BE_SPOKEN.has(named.genre) && isListenersCall(firstParagraph);
    return finding(named.genre, `标题以“${named.words}”结尾`, isSpoken ? '中' : '高');
  }
  const below = subtitle === undefined ? undefined : genreOf(subtitle);
  if (below) return finding(below.genre, `副题以“${below.words}”结尾`, '高');
  if (bulletin) return finding(bulletin.genre, `版头“${masthead}”`, '高');
  const filed = fileName === undefined ? undefined : genreOf(fileName);
  if (isListenersCall(firstParagraph) || /^.{0,30}同志们[：:，,！!]?$/u.test(firstParagraph))
    return finding('讲话', `开头“${firstParagraph}”`, '中');
  if (filed) return finding(filed.genre, `文件名以“${filed.words}”结尾`, '中');
  const felt = EXPERIENCE.exec(firstParagraph)?.[0];
  if (felt !== undefined) return finding('心得体会', `正文“${felt}”`, '中');
  if (byline) return finding('报道', `标题下有署名“${byline}”`, '中');
  const lead = NEWS_LEAD.exec(firstParagraph)?.[0];
  if (lead !== undefined) return finding('报道', `正文以“${lead}”开头，像报道`, '低');
  return finding('其他', '没有讲话、报道的特征，按学习材料处理', '低');
}

/** Whether an article is 讲话发言, 活动报道 or 学习材料. */
export function readKind(clues: KindClues): Finding<LibraryKind> {
  const genre = readGenre(clues);
  return { ...genre, value: kindOfGenre(genre.value) };
}

function speechIn(subtitle: string | undefined): { words: string } | undefined {
  const found = subtitle === undefined ? undefined : genreOf(subtitle);
  return found?.genre === '讲话' ? found : undefined;
}

function pressLead(paragraph: string): string | undefined {
  const lead = PRESS_LEAD.exec(paragraph)?.[0];
  return lead === undefined ? undefined : `正文以“${lead}”开头`;
}

function finding(value: Genre, evidence: string, confidence: Finding['confidence']): Finding<Genre> {
  return { value, evidence, confidence };
}
