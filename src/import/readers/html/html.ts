import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { IMPORT_BUDGET } from '../../../domain/budgets.ts';
import { decodeSource } from '../../../domain/decode-source.ts';
import { UnreadableFile, type Decoded } from '../../../domain/decode.ts';
import { countedText } from '../../account/counted.ts';
import { Collector, squeeze, type CollectedLine } from '../collector.ts';
import { factsIn } from '../facts.ts';
import { letterNumber, romanNumber } from '../../../domain/list-numbers.ts';
import type { Reading } from '../reading.ts';
import { findArticle, type FoundArticle } from './article.ts';
import { countAttributes } from './count-attributes.ts';
import { rawPageWords } from './raw.ts';
import { elementsIn, isBold, isHidden, isUnseen, textIn } from './tree.ts';

const PAGE = '网页';
const OUTSIDE = '正文区以外';
const BLOCKS = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'nav',
  'aside',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'blockquote',
  'pre',
  'center',
  'form',
  'fieldset',
  'figure',
  'figcaption',
  'address',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'td',
  'th',
  'tr',
  'table',
  'caption',
  'body',
  'html',
]);
const META_FACTS: Record<string, string> = {
  ...{
    articletitle: '标题',
    pubdate: '发布日期',
    contentsource: '来源',
    author: '作者',
    sitename: '网站',
  },
  ...{
    'og:title': '标题',
    'og:url': '网址',
    'og:site_name': '网站',
    'article:published_time': '发布日期',
    url: '网址',
  },
};
/** Deeper pages are made to break programs. */
const DEEPEST = 500;
const SMALLER = '请在浏览器里只复制正文，存成 .docx 或 .txt 再导入';

/** Reads a web page: the article, as far as it can be told from the page round it. Scripts are never run, nothing is fetched. Throws UnreadableFile. */
export function readHtml(bytes: Uint8Array, encoding: string | undefined): Reading {
  const decoded = decodePage(bytes, encoding);
  refuseExcess(decoded.text);
  const root = parsePage(decoded.text);
  const reader = new PageReader(findArticle(root));
  reader.readPage(root);
  const { collector } = reader;
  const raw = rawPageWords(decoded.text);
  const isShuffled = squeeze(raw) !== squeeze(reader.met) && sorted(raw) === sorted(reader.met);
  if (isShuffled) collector.note('网页的标签有错，文字按浏览器的次序读出');
  return {
    ...collector.finish('网页（.html）', { words: [countedText(PAGE, isShuffled ? reader.met : raw)] }),
    decoded,
  };
}

/** A page's encoding is the one asked for, else that of its byte-order mark, else what its bytes show; the page's own word only decides a doubt. */
function decodePage(bytes: Uint8Array, asked: string | undefined): Decoded {
  if (asked !== undefined) return decodeSource(bytes, asked);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*(?<name>[\w-]+)/i.exec(head)?.groups?.name;
  const found = decodeSource(bytes);
  if (found.confidence === '高' || declared === undefined) return found;
  try {
    return {
      ...decodeSource(bytes, declared),
      evidence: `网页标明 charset=${declared}`,
    };
  } catch {
    return found;
  }
}

/** Throws UnreadableFile for a page that its parser makes too much of: each tag, attribute and character reference becomes an object. */
function refuseExcess(text: string): void {
  const { pageCharacters, pageMarks, pageAttributes, tagAttributes } = IMPORT_BUDGET;
  if (text.length > pageCharacters)
    throw new UnreadableFile(`网页超过 ${pageCharacters / 10_000} 万字；${SMALLER}`);
  let marks = 0;
  for (let at = text.search(/[<&]/); at >= 0 && at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x3c || code === 0x26) marks += 1;
  }
  if (marks > pageMarks)
    throw new UnreadableFile(`网页的标签和转义符（&…;）超过 ${pageMarks / 10_000} 万个；${SMALLER}`);
  const { all, most } = countAttributes(text);
  if (most > tagAttributes)
    throw new UnreadableFile(`网页里一个标签的属性超过 ${tagAttributes} 个；${SMALLER}`);
  if (all > pageAttributes)
    throw new UnreadableFile(`网页的属性超过 ${pageAttributes / 10_000} 万个；${SMALLER}`);
}

function parsePage(text: string): Root {
  try {
    const root = fromHtml(text);
    refuseDepth(root);
    return root;
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('网页标签嵌套过深，读不了', { cause: error });
  }
}

function refuseDepth(root: Root): void {
  let level: (Root | RootContent | ElementContent)[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new UnreadableFile(`网页标签嵌套超过 ${DEEPEST} 层，已拒绝`);
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
}

interface Context {
  isInside: boolean;
  isBold: boolean;
  leaving: string | undefined;
}

class PageReader {
  readonly collector = new Collector();
  /** All words met, in the order of the page. */
  met = '';
  readonly #article: FoundArticle;
  readonly #numbers = new Map<Element, string>();
  /** The number of a list item whose words have not begun. */
  #prefix = '';
  /** Words outside of the article, by lines, which may say what the page is. */
  #outside = [''];

  constructor(article: FoundArticle) {
    this.#article = article;
  }

  readPage(root: Root): void {
    this.#headFacts(root);
    for (const child of root.children)
      this.#node(child, {
        isInside: root === this.#article.body,
        isBold: false,
        leaving: undefined,
      });
    this.#endLine();
    for (const [name, value] of factsIn(this.#outside)) this.collector.fact(name, value);
    this.collector.note(`正文取自${this.#article.evidence}`);
  }

  #headFacts(root: Root): void {
    let title = '';
    for (const element of elementsIn(root)) {
      const { name, property, content, href, rel } = element.properties;
      const fact = META_FACTS[String(name ?? property ?? '').toLowerCase()];
      if (element.tagName === 'meta' && fact && typeof content === 'string')
        this.collector.fact(fact, content);
      if (element.tagName === 'link' && Array.isArray(rel) && rel.includes('canonical'))
        this.collector.fact('网址', String(href));
      if (element.tagName === 'title' && title === '')
        title = element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    }
    this.collector.fact('标题', title.trim().split(/\s*[_|｜]\s*|\s+-{1,2}\s*/u)[0] ?? '');
  }

  #node(node: RootContent | ElementContent, context: Context): void {
    if (node.type === 'text') this.#text(node.value, context);
    else if (node.type === 'element') this.#element(node, context);
  }

  #element(element: Element, outer: Context): void {
    if (isUnseen(element)) {
      if (element.tagName === 'script') this.collector.note('网页脚本没有运行，也没有带入');
      return;
    }
    const { tagName } = element;
    const context: Context = {
      isInside: outer.isInside || element === this.#article.body || element === this.#article.headline,
      isBold: isBold(element) ?? outer.isBold,
      leaving:
        outer.leaving ??
        (isHidden(element) ? '隐藏文字' : tagName === 'rt' || tagName === 'rp' ? '注音' : undefined),
    };
    if (tagName === 'br') return this.#break(context);
    if (tagName === 'img' && context.isInside) return this.collector.note('图片没有取');
    if (tagName === 'table' && context.isInside) return this.#table(element, context);
    const isBlock = BLOCKS.has(tagName);
    if (isBlock) this.#endLine();
    this.#listNumber(element, context);
    if (tagName === 'li' && context.isInside) this.#prefix = this.#numbers.get(element) ?? '';
    if (tagName === 'q' && context.isInside) this.collector.add('“');
    for (const child of element.children) this.#node(child, context);
    if (tagName === 'q' && context.isInside) this.collector.add('”');
    if (isBlock) this.#endLine(/^h[1-6]$/.test(tagName) ? Number(tagName[1]) : undefined);
  }

  #text(value: string, { isInside, isBold, leaving }: Context): void {
    this.met += value;
    if (!isInside) {
      this.#outside[this.#outside.length - 1] += value;
      return this.collector.leave(value, PAGE, OUTSIDE);
    }
    if (leaving !== undefined) return this.collector.leave(value, PAGE, leaving);
    if (value.trim() !== '') {
      if (this.#prefix !== '') this.collector.add(this.#prefix);
      this.#prefix = '';
    }
    this.collector.keep(
      value
        .replace(/(?<=\p{Script=Han}|[，。、；：）”])[ \t]*[\r\n][ \t\r\n]*(?=\p{Script=Han})/gu, '')
        .replace(/[ \t\r\n\f]+/g, ' '),
      PAGE,
      isBold,
    );
  }

  #break({ isInside }: Context): void {
    if (isInside) this.#endLine();
    else this.#outside.push('');
  }

  #endLine(level?: number): void {
    this.#outside.push('');
    this.collector.endLine(level);
  }

  /** Lists count by themselves; a page keeps no trace of it in its words. */
  #listNumber(element: Element, { isInside }: Context): void {
    if (!isInside || (element.tagName !== 'ol' && element.tagName !== 'ul')) return;
    let number = Number(element.properties.start ?? 1);
    for (const child of element.children) {
      if (child.type !== 'element' || child.tagName !== 'li' || textIn(child).trim() === '') continue;
      this.#numbers.set(
        child,
        element.tagName === 'ul' ? '• ' : `${numberOf(number, element.properties.type)}. `,
      );
      number += 1;
    }
  }

  #table(table: Element, context: Context): void {
    this.#endLine();
    const rows = rowsOf(table).map((row) =>
      row.children.flatMap((cell): CollectedLine[][] => {
        if (cell.type !== 'element') return (this.#node(cell, context), []);
        const lines = this.collector.apart(() => {
          this.#element(cell, context);
          this.#endLine();
        });
        const span = Math.min(Number(cell.properties.colSpan ?? 1) || 1, 63);
        return [lines, ...Array.from({ length: span - 1 }, () => [])];
      }),
    );
    this.collector.table(rows);
  }
}

function rowsOf(table: Element): Element[] {
  return table.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'tr') return [child];
    if (child.tagName === 'caption') return [{ ...child, children: [child] }];
    return rowsOf(child);
  });
}

function numberOf(number: number, type: unknown): string {
  if (type === 'a') return letterNumber(number);
  if (type === 'A') return letterNumber(number).toUpperCase();
  if (type === 'i') return romanNumber(number);
  if (type === 'I') return romanNumber(number).toUpperCase();
  return String(number);
}

function sorted(text: string): string {
  return Array.from(squeeze(text)).sort().join('');
}
