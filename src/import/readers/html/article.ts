import type { Element, Root } from 'hast';
import { UnreadableFile } from '../../../domain/decode.ts';
import { titleKey } from '../../shapes.ts';
import { elementsIn, isCalled, isUnseen, textIn } from './tree.ts';

/** The parts of a page that hold its article, and how they were found. */
export interface FoundArticle {
  body: Element | Root;
  /** The headline, where it stands outside of the body. */
  headline?: Element;
  /** In Chinese; nothing where all of the page was wanted. */
  evidence?: string;
}

/** Names under which the systems that Chinese offices publish with keep the article (TRS, 政府网站, 高校, 微信公众号 …), surest first. */
const BODIES = [
  ...[
    'UCAP-CONTENT',
    'TRS_Editor',
    'TRS_UEDITOR',
    'trs_editor_view',
    'zoom',
    'Zoom',
    'pages_content',
    'js_content',
    'rich_media_content',
  ],
  ...[
    'wp_articlecontent',
    'v_news_content',
    'vsb_content',
    'zwxl-article',
    'xxgk-article',
    'article-content',
    'article_content',
  ],
  ...[
    'articleContent',
    'article-body',
    'content-article',
    'ContentBody',
    'text_con',
    'rm_txt_con',
    'detail-content',
    'entry-content',
  ],
];
/** In these the article stands and nothing else: where they are empty, the page was not loaded. */
const SURE = new Set([
  'UCAP-CONTENT',
  'TRS_Editor',
  'js_content',
  'zoom',
  'Zoom',
  'vsb_content',
  'pages_content',
]);
const LEAST_CHARACTERS = 30;
const LEAST_OF_A_NAMED = 8;
/** How much longer the text of what stands round must be to be taken instead, and how much of it may be links. */
const GAIN = 1.15;
const GAIN_OF_THE_PAGE = 1.5;
const MOST_LINKS = 0.25;
const LEAST_ROUND = 60;
const SHARE_ROUND = 0.5;
const LEAST_PARAGRAPH = 20;
const OPENING = 200;
const LONGEST_HEADLINE = 90;
const LEAST_HEADLINE = 4;
const LEAST_NAMED_HEADLINE = 2;
/** An article's sections are not nested deeper below what holds them all. */
const MOST_ROUND = 12;

/** Names of headlines outside of the article. */
const HEADLINES = [
  'activity-name',
  'rich_media_title',
  'arti_title',
  'article-title',
  'article_title',
  'ArticleTitle',
  'con-title',
];
const NOT_LOADED =
  '网页没有加载完或没有存全，正文区是空的；请在浏览器里打开网页，等正文显示出来后全选复制，存成 .docx 再导入';
const ONLY_PICTURES = '网页的正文全是图片，没有文字；请先用文字识别（WPS 的“图片转文字”）转成 .docx 再导入';

/**
 * Finds the article of a page: by the names that publishing systems use, else where the running text stands thickest. Throws UnreadableFile for
 * a page whose place for the article holds no words, as it is before a script has filled it.
 */
export function findArticle(root: Root): FoundArticle {
  const elements = [...elementsIn(root)];
  for (const name of BODIES) {
    const named = elements
      .filter((element) => isCalled(element, name))
      .sort((a, b) => lengthOf(b) - lengthOf(a))[0];
    if (named && lengthOf(named) >= LEAST_OF_A_NAMED)
      return withHeadline({ body: named, evidence: `网页正文区“${name}”` }, elements);
  }
  const empty = elements.find((element) => isEmptyPlace(element));
  if (empty) throw new UnreadableFile(whyEmpty(empty));
  const marked = elements.filter(
    (element) => element.tagName === 'article' || String(element.properties.itemProp) === 'articleBody',
  );
  if (marked.length === 1 && marked[0] && lengthOf(marked[0]) >= LEAST_CHARACTERS)
    return withHeadline({ body: marked[0], evidence: '网页标明的文章区' }, elements);
  return withHeadline({ body: thickest(root) ?? root, evidence: '文字最集中的部分，请核对首尾' }, elements);
}

/** Why a page, or the place for its article, holds no words, and what to do about it. */
export function whyEmpty(place: Root | Element): string {
  return [...elementsIn(place)].some(({ tagName }) => tagName === 'img') ? ONLY_PICTURES : NOT_LOADED;
}

function isEmptyPlace(element: Element): boolean {
  const isPlace = [...SURE].some((name) => isCalled(element, name));
  return isPlace && lengthOf(element) === 0;
}

function withHeadline(found: FoundArticle, elements: readonly Element[]): FoundArticle {
  const inside = new Set(elementsIn(found.body));
  const opening = titleKey(textIn(found.body)).slice(0, OPENING);
  const headline = elements.find((element) => {
    const isNamed = HEADLINES.some((name) => isCalled(element, name));
    if ((!isNamed && element.tagName !== 'h1') || inside.has(element)) return false;
    const key = titleKey(textIn(element));
    return (
      key.length >= (isNamed ? LEAST_NAMED_HEADLINE : LEAST_HEADLINE) &&
      key.length <= LONGEST_HEADLINE &&
      !opening.includes(key)
    );
  });
  const holdsBody = headline && [...elementsIn(headline)].some((element) => element === found.body);
  return headline && !holdsBody ? { ...found, headline } : found;
}

/** The element whose own paragraphs weigh most; links weigh against it. */
function thickest(root: Root): Element | undefined {
  const weights = new Map<Element, number>();
  const weigh = (element: Element | undefined, weight: number) => {
    if (element) weights.set(element, (weights.get(element) ?? 0) + weight);
  };
  const walk = (element: Element, parents: readonly Element[], isLink: boolean): void => {
    if (isUnseen(element)) return;
    const link = isLink || element.tagName === 'a';
    for (const child of element.children) {
      if (child.type === 'element') walk(child, [element, ...parents], link);
      if (child.type !== 'text') continue;
      const length = child.value.trim().length;
      const holder = [element, ...parents].findIndex(({ tagName }) => BLOCKS.has(tagName));
      const block = [element, ...parents][holder];
      const isParagraph = block?.tagName === 'p' || block?.tagName === 'li';
      const target = [element, ...parents][holder + (isParagraph ? 1 : 0)];
      const weight = link ? -length : length >= LEAST_PARAGRAPH ? length : length / 4;
      weigh(target, weight);
      weigh([element, ...parents][holder + (isParagraph ? 2 : 1)], weight / 3);
    }
  };
  for (const child of root.children) if (child.type === 'element') walk(child, [], false);
  const [best] = [...weights].sort((a, b) => b[1] - a[1])[0] ?? [];
  return best === undefined || best.tagName === 'html' ? undefined : wholeOf(best, root);
}

/**
 * What stands round an element instead, as long as it has clearly more running text and few links (an article in several sections), or little
 * more text and no link (its title and signature in cells or sections of their own).
 */
function wholeOf(best: Element, root: Root): Element {
  let found = best;
  for (const around of parentsOf(best, root).slice(0, MOST_ROUND)) {
    if (around.tagName === 'html') break;
    const [inner, outer] = [wordsOf(found), wordsOf(around)];
    const gain = around.tagName === 'body' ? GAIN_OF_THE_PAGE : GAIN;
    const isLonger =
      outer.running >= inner.running * gain && outer.links <= (outer.links + outer.all) * MOST_LINKS;
    const isRound =
      outer.links === inner.links && outer.all - inner.all <= Math.max(LEAST_ROUND, inner.all * SHARE_ROUND);
    if (isLonger || isRound) found = around;
  }
  return found;
}

/** The elements round an element, nearest first. */
function parentsOf(element: Element, root: Root): Element[] {
  const find = (parent: Root | Element): Element[] | undefined => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      if (child === element) return [];
      const below = find(child);
      if (below) return [...below, child];
    }
    return undefined;
  };
  return find(root) ?? [];
}

/** Notes are links within their page. */
function isLinkElsewhere({ tagName, properties }: Element): boolean {
  return tagName === 'a' && typeof properties.href === 'string' && !properties.href.startsWith('#');
}

/** How many characters of an element stand in running text, in links, and in all outside of links. */
function wordsOf(element: Element): { running: number; links: number; all: number } {
  const sum = { running: 0, links: 0, all: 0 };
  const walk = (node: Element, isLink: boolean): void => {
    if (isUnseen(node)) return;
    for (const child of node.children) {
      if (child.type === 'element') walk(child, isLink || isLinkElsewhere(child));
      if (child.type !== 'text') continue;
      const { length } = child.value.trim();
      if (isLink) sum.links += length;
      else sum.all += length;
      if (!isLink && length >= LEAST_PARAGRAPH) sum.running += length;
    }
  };
  walk(element, false);
  return sum;
}

const BLOCKS = new Set([
  'p',
  'li',
  'div',
  'td',
  'section',
  'article',
  'main',
  'body',
  'blockquote',
  'center',
  'form',
  'dd',
]);

function lengthOf(element: Element): number {
  return textIn(element).replace(/\s/g, '').length;
}
