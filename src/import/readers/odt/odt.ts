import { countedText } from '../../account/counted.ts';
import { Collector, type CollectedLine } from '../collector.ts';
import type { Reading } from '../reading.ts';
import {
  childOf,
  elementsOf,
  isElement,
  rootOf,
  tokensOf,
  wordsOf,
  xmlText,
  type XmlElement,
} from '../xml.ts';
import { openPackage } from '../../../domain/package/open-package.ts';
import { OdtLists } from './lists.ts';
import { readOdtStyles, type OdtStyle } from './styles.ts';

const BODY = '正文';
const HEADS = '页眉页脚';
/** Elements whose words are no part of the running text, and why. */
const LEFT_OUT: Record<string, string> = {
  ...{
    'office:annotation': '批注',
    'text:note-citation': '脚注号',
    'text:ruby-text': '注音',
    'svg:title': '图片说明',
  },
  ...{
    'svg:desc': '图片说明',
    'text:tracked-changes': '修订中已删除的文字',
    'text:table-of-content': '自动目录',
  },
  ...{
    'text:alphabetical-index': '自动目录',
    'text:illustration-index': '自动目录',
    'text:user-index': '自动目录',
  },
  ...{ 'office:forms': '表单控件', 'office:event-listeners': '脚本' },
};
const MOST_COLUMNS = 64;

/** Reads an OpenDocument text (.odt). Throws UnreadableFile. */
export function readOdt(bytes: Uint8Array): Reading {
  const { names, files } = openPackage(bytes, (name) => name === 'content.xml' || name === 'styles.xml');
  const [content, styles] = [files.get('content.xml'), files.get('styles.xml')];
  const roots = [content, styles].flatMap((file, index) =>
    file ? [rootOf(file, index === 0 ? 'content.xml' : 'styles.xml')] : [],
  );
  const reader = new OdtReader(readOdtStyles(roots), new OdtLists(roots));
  if (content && roots[0]) reader.read(roots[0]);
  const { collector } = reader;
  const heads = styles ? wordsIn(xmlText(styles), 'office:master-styles') : '';
  collector.leave(heads, HEADS, HEADS);
  if (names.some((name) => /^(?:Basic|Scripts)\//.test(name)))
    collector.note('文件带宏，没有运行，也没有带入');
  const body = content ? wordsIn(xmlText(content), 'office:body') : '';
  return collector.finish('OpenDocument（.odt）', {
    words: [countedText(BODY, body), countedText(HEADS, heads)],
  });
}

/** The words inside of an element by a second way: a walk over the tags. */
function wordsIn(xml: string, name: string): string {
  let [depth, words] = [0, ''];
  for (const { open, close, text } of tokensOf(xml)) {
    if (open === name) depth += 1;
    else if (close === name) depth -= 1;
    else if (depth > 0 && text !== undefined) words += text;
  }
  return words;
}

interface Context {
  leaving: string | undefined;
  isBold: boolean;
}

class OdtReader {
  readonly collector = new Collector();
  readonly #styles: ReadonlyMap<string, OdtStyle>;
  readonly #lists: OdtLists;
  /** The number of a list item whose first paragraph has not begun. */
  #number = '';

  constructor(styles: ReadonlyMap<string, OdtStyle>, lists: OdtLists) {
    this.#styles = styles;
    this.#lists = lists;
  }

  read(root: XmlElement): void {
    const text = childOf(childOf(root, 'office:body'), 'office:text');
    if (text) this.#inside(text, { leaving: undefined, isBold: false });
    this.collector.endLine();
  }

  #inside(parent: XmlElement, context: Context): void {
    for (const child of parent.children) {
      const words = wordsOf(child);
      if (words !== undefined) this.#words(words, context);
      else if (isElement(child)) this.#element(child, context);
    }
  }

  #element(element: XmlElement, outer: Context): void {
    const style = this.#styles.get(element.attributes['text:style-name'] ?? '');
    const context: Context = {
      leaving: outer.leaving ?? LEFT_OUT[element.name] ?? (style?.isHidden ? '隐藏文字' : undefined),
      isBold: style?.isBold ?? outer.isBold,
    };
    if (element.name === 'text:tracked-changes') this.collector.note('修订中已删除的文字没有取');
    switch (element.name) {
      case 'text:p':
      case 'text:h':
        return this.#paragraph(element, context, style);
      case 'text:list':
        return this.#lists.inside(element, () => {
          this.#inside(element, context);
        });
      case 'text:list-item':
        this.#number = context.leaving === undefined ? this.#lists.next(element) : '';
        return this.#inside(element, context);
      case 'table:table':
        return this.#table(element, context);
      case 'text:note':
        return this.#note(element, context);
      case 'draw:text-box':
        return this.collector.follow(
          this.collector.apart(() => {
            this.#inside(element, { ...context, isBold: false });
          }),
        );
      case 'draw:image':
        return this.collector.note('图片没有取');
      case 'text:s':
        return this.collector.space(' '.repeat(Math.min(Number(element.attributes['text:c'] ?? 1), 100)));
      case 'text:tab':
        return this.collector.space(' ');
      case 'text:line-break':
        return this.collector.space('\n');
      default:
        return this.#inside(element, context);
    }
  }

  #paragraph(element: XmlElement, context: Context, style: OdtStyle | undefined): void {
    const level =
      element.name === 'text:h' ? Number(element.attributes['text:outline-level'] ?? 1) : style?.level;
    const hasWords = element.text.trim() !== '';
    if (element.name === 'text:h' && hasWords && this.#number === '')
      this.#number = this.#lists.heading(level ?? 1);
    if (hasWords && context.leaving === undefined && this.#number !== '') {
      this.collector.add(this.#number);
      this.#number = '';
    }
    this.#inside(element, context);
    this.collector.endLine(level);
  }

  #words(words: string, { leaving, isBold }: Context): void {
    if (leaving !== undefined) return this.collector.leave(words, BODY, leaving);
    this.collector.keep(words.replace(/[ \t\r\n]+/g, ' '), BODY, isBold);
  }

  #note(element: XmlElement, context: Context): void {
    const lines = this.collector.apart(() => {
      this.#inside(element, context);
    });
    this.collector.footnote(lines);
  }

  #table(table: XmlElement, context: Context): void {
    const rows = rowsOf(table).map((row) =>
      elementsOf(row).flatMap((cell): CollectedLine[][] => {
        const lines = this.collector.apart(() => {
          this.#inside(cell, context);
        });
        const times = Math.min(Number(cell.attributes['table:number-columns-repeated'] ?? 1), MOST_COLUMNS);
        return [lines, ...Array.from({ length: times - 1 }, () => [])];
      }),
    );
    this.collector.table(rows);
  }
}

function rowsOf(table: XmlElement): XmlElement[] {
  return elementsOf(table).flatMap((child) => {
    if (child.name === 'table:table-row') return [child];
    return /^table:table-(?:header-rows|rows|row-group)$/.test(child.name) ? rowsOf(child) : [];
  });
}
