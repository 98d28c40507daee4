import type { Element, Root } from 'hast';
import { titleKey } from '../../shapes.ts';
import { elementsIn, isCalled, isUnseen, textIn } from './tree.ts';

/** The parts of a page that hold its article, and how they were found. */
export interface FoundArticle {
  body: Element | Root;
  /** The headline, where it stands outside of the body. */
  headline?: Element;
  /** In Chinese. */
  evidence: string;
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
const LEAST_CHARACTERS = 30;
const LEAST_PARAGRAPH = 20;
const OPENING = 200;

/** Finds the article of a page: by the names that publishing systems use, else where the running text stands thickest. */
export function findArticle(root: Root): FoundArticle {
  const elements = [...elementsIn(root)];
  for (const name of BODIES) {
    const named = elements
      .filter((element) => isCalled(element, name))
      .sort((a, b) => lengthOf(b) - lengthOf(a))[0];
    if (named && lengthOf(named) >= LEAST_CHARACTERS)
      return withHeadline({ body: named, evidence: `网页正文区“${name}”` }, elements);
  }
  const marked = elements.filter(
    (element) => element.tagName === 'article' || String(element.properties.itemProp) === 'articleBody',
  );
  if (marked.length === 1 && marked[0] && lengthOf(marked[0]) >= LEAST_CHARACTERS)
    return withHeadline({ body: marked[0], evidence: '网页标明的文章区' }, elements);
  return withHeadline({ body: thickest(root) ?? root, evidence: '文字最集中的部分，请核对首尾' }, elements);
}

function withHeadline(found: FoundArticle, elements: readonly Element[]): FoundArticle {
  const inside = new Set(elementsIn(found.body));
  const opening = titleKey(textIn(found.body)).slice(0, OPENING);
  const headline = elements.find((element) => {
    const key = titleKey(textIn(element));
    return element.tagName === 'h1' && !inside.has(element) && key.length > 3 && !opening.includes(key);
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
  return best?.tagName === 'html' ? undefined : best;
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
