import type { Element, ElementContent, Root, RootContent } from 'hast';
import { factsIn } from '../facts.ts';
import { Collector, type CollectedLine } from '../collector.ts';
import { isSignFont, signOf } from '../signs/sign-fonts.ts';
import { FieldNumbers } from '../fields/field-numbers.ts';
import { fieldWords, isUnseenField } from '../fields/field-words.ts';
import type { FoundArticle } from './article.ts';
import { CommentFields } from './comment-fields.ts';
import { dayInScript } from './half-loaded.ts';
import { markerOf, styleInValue, styleOfType } from './list-markers.ts';
import { Pictures } from './pictures.ts';
import { raisedOrLowered } from './raised.ts';
import type { Declarations, Styles } from './styles.ts';
import { captionsOf, gridOf, rowGroupsOf } from './table-grid.ts';
import { elementsIn, textIn } from './tree.ts';

/** Where all words of a page stand. */
export const PAGE = '网页';

const OUTSIDE = '正文区以外';
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody ' +
    'td tfoot th thead tr ul xmp'
  ).split(' '),
);
const META_FACTS: Record<string, string> = {
  ...{ articletitle: '标题', pubdate: '发布日期', contentsource: '来源', author: '作者', sitename: '网站' },
  ...{
    'og:title': '标题',
    'og:url': '网址',
    'og:site_name': '网站',
    'article:published_time': '发布日期',
    url: '网址',
  },
};
/** Names of the places where 微信公众号 says who published an article and when. */
const NAMED_FACTS: Record<string, string> = { js_name: '来源', publish_time: '发布日期' };
/** Elements whose words stand in for something, or belong to the page's working, with what the account says of them. */
const NO_TEXT: Record<string, string> = {
  ...{
    noscript: '没有脚本时才显示的文字',
    template: '备用的模板',
    iframe: '内嵌框架的替代文字',
    noembed: '替代文字',
  },
  ...{ noframes: '替代文字', object: '内嵌对象的替代文字', audio: '音频的替代文字', video: '视频的替代文字' },
  ...{
    canvas: '画布的替代文字',
    button: '按钮上的字',
    title: '网页标题栏',
    datalist: '输入提示',
    rt: '注音',
    rp: '注音',
  },
  ...{ del: '标为删除的文字', annotation: '公式的源码', 'annotation-xml': '公式的源码' },
};
/** Parts of pages that Word writes, by `mso-element`. */
const WORD_PARTS: Record<string, string> = {
  ...{ comment: '批注', 'comment-list': '批注', header: '页眉页脚', footer: '页眉页脚' },
  ...{
    'first-header': '页眉页脚',
    'first-footer': '页眉页脚',
    'even-header': '页眉页脚',
    'even-footer': '页眉页脚',
  },
};
const FILMS = new Set(['iframe', 'video', 'audio', 'embed', 'mpvoice', 'mpvideo', 'mp-common-mpaudio']);
const BUTTONS = new Set([
  'button',
  'submit',
  'reset',
  'image',
  'hidden',
  'password',
  'file',
  'color',
  'range',
]);
const SHOWN_BUTTONS = new Set(['button', 'submit', 'reset']);
const LINES_OF_A_LAYOUT_CELL = 2;
const LONGEST_STRUCK = 20;

/** What an element's words are read by. */
interface Context {
  isInside: boolean;
  isBold: boolean;
  /** Why words are left out. */
  leaving: string | undefined;
  white: 'normal' | 'pre' | 'pre-line';
  /** The counter style of lists; `undefined` for what the kind of list has by itself. */
  listStyle: string | undefined;
  /** A font that draws signs in the place of letters. */
  signFont: string | undefined;
  isStruck: boolean;
  /** Whether Word has written a list's number here. */
  isMarker: boolean;
  drawing: 'none' | 'svg' | 'words';
}

/** A list item's number, and whether its list counts. */
interface Item {
  number: number;
  isCounted: boolean;
}

/** Reads a page element by element; every word is kept, left out with a reason, or shown as another. */
export class PageReader {
  readonly collector = new Collector();
  /** All words met, in the order of the page. */
  met = '';
  readonly #article: FoundArticle;
  readonly #styles: Styles;
  readonly #pictures = new Pictures();
  readonly #items = new Map<Element, Item>();
  /** The number of a list item whose words have not begun. */
  #prefix = '';
  /** Words outside of the article, by lines, which may say what the page is. */
  #outside = [''];
  readonly #struck: string[] = [];
  readonly #fields = new CommentFields();
  readonly #numbers = new FieldNumbers();

  constructor(article: FoundArticle, styles: Styles) {
    this.#article = article;
    this.#styles = styles;
  }

  readPage(root: Root): void {
    this.#headFacts(root);
    const context: Context = {
      ...{
        isInside: root === this.#article.body,
        isBold: false,
        leaving: undefined,
        white: 'normal' as const,
      },
      ...{
        listStyle: undefined,
        signFont: undefined,
        isStruck: false,
        isMarker: false,
        drawing: 'none' as const,
      },
    };
    for (const child of root.children) this.#node(child, context);
    this.#endLine();
    for (const [name, value] of factsIn(this.#outside)) this.collector.fact(name, value);
    const { evidence } = this.#article;
    if (evidence !== undefined) this.collector.note(`正文取自${evidence}`);
    for (const note of this.#pictures.notes()) this.collector.note(note);
    const [first] = this.#struck;
    if (first !== undefined)
      this.collector.note(
        `划了删除线的字照录 ${this.#struck.length} 处，如“${first.slice(0, LONGEST_STRUCK)}”，请核对去留`,
      );
  }

  #headFacts(root: Root): void {
    let title = '';
    const drawn = new Set(
      [...elementsIn(root)].filter(({ tagName }) => tagName === 'svg').flatMap((svg) => [...elementsIn(svg)]),
    );
    for (const element of elementsIn(root)) {
      const { name, property, content, href, rel, id } = element.properties;
      const fact = META_FACTS[String(name ?? property ?? '').toLowerCase()];
      if (element.tagName === 'meta' && fact && typeof content === 'string')
        this.collector.fact(fact, content);
      if (element.tagName === 'link' && Array.isArray(rel) && rel.includes('canonical'))
        this.collector.fact('网址', String(href));
      const named = NAMED_FACTS[String(id)];
      if (named !== undefined) this.collector.fact(named, textIn(element).replace(/\s+/g, ' '));
      const words = element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
      if (element.tagName === 'title' && title === '' && !drawn.has(element)) title = words;
      const scripted = element.tagName === 'script' ? dayInScript(words) : undefined;
      if (scripted !== undefined) this.collector.fact('发布日期', scripted);
    }
    this.collector.fact('标题', title.trim().split(/\s*[_|｜]\s*|\s+-{1,2}\s*/u)[0] ?? '');
  }

  #node(node: RootContent | ElementContent, context: Context): void {
    if (node.type === 'text') this.#text(node.value, context);
    else if (node.type === 'comment') this.#comment(node.value, context);
    else if (node.type === 'element') this.#element(node, context);
  }

  /** Word keeps its fields in comments; a field whose result stands nowhere else is shown as Word would. */
  #comment(value: string, { isInside, leaving }: Context): void {
    const surroundings = { font: undefined, isChecked: false, numbers: this.#numbers };
    for (const instruction of this.#fields.meet(value)) {
      if (!isInside || leaving !== undefined) continue;
      const words = fieldWords(instruction, surroundings);
      if ('shown' in words) {
        this.collector.add(words.shown);
        this.collector.note(`网页注释里的${words.reason}已写成文字，请对照原件核对`);
      } else if (!isUnseenField(instruction)) this.collector.note(`网页注释里${words.leftOut}没有取`);
    }
  }

  #element(element: Element, outer: Context): void {
    const { tagName } = element;
    if (tagName === 'script') return this.collector.note('网页脚本没有运行，也没有带入');
    if (tagName === 'style') return;
    const declared = this.#styles.of(element);
    const context = this.#contextOf(element, declared, outer);
    const isRead = context.isInside && context.leaving === undefined;
    if (tagName === 'br') return this.#break(context);
    if (tagName === 'img' || tagName === 'image') return isRead ? this.#pictures.meet(element) : undefined;
    if (context.isInside && outer.leaving === undefined && FILMS.has(tagName))
      this.#pictures.meetFilm(element);
    if (tagName === 'input') return this.#input(element, context);
    if (tagName === 'table' && isRead) return this.#table(element, context);
    if (isRead && (tagName === 'sup' || tagName === 'sub') && this.#raised(element, tagName, context)) return;
    if (isRead && this.#formula(element, context)) return;
    const isBlock = isBlockElement(tagName, declared);
    if (isBlock) this.#endLine();
    this.#countItems(element, context);
    if (tagName === 'li' && isRead) this.#prefix = this.#markerOf(element, declared, context);
    if (tagName === 'q' && isRead) this.collector.add('“');
    const chosen = tagName === 'select' ? chosenOf(element) : undefined;
    for (const child of contentOf(element))
      this.#node(child, chosen === undefined || holds(child, chosen) ? context : withoutChoice(context));
    if (tagName === 'q' && isRead) this.collector.add('”');
    if (isBlock) this.#endLine(/^h[1-6]$/.test(tagName) ? Number(tagName[1]) : undefined);
  }

  #contextOf(element: Element, declared: Declarations, outer: Context): Context {
    const { tagName, properties } = element;
    const isOwn = element === this.#article.body || element === this.#article.headline;
    const leaving = isOwn ? undefined : (outer.leaving ?? this.#reasonToLeave(element, declared, outer));
    const isInDrawing =
      tagName === 'svg'
        ? 'svg'
        : outer.drawing === 'svg' && /^(?:text|foreignobject)$/i.test(tagName)
          ? 'words'
          : outer.drawing;
    const decoration = `${declared.get('text-decoration') ?? ''} ${declared.get('text-decoration-line') ?? ''}`;
    return {
      isInside: outer.isInside || isOwn,
      isBold: boldOf(tagName, declared) ?? outer.isBold,
      leaving,
      white: whiteOf(tagName, declared) ?? outer.white,
      listStyle:
        styleInValue(declared.get('list-style-type')) ??
        styleInValue(declared.get('list-style')) ??
        styleOfType(properties.type) ??
        (tagName === 'ol' || tagName === 'ul' || tagName === 'menu' || tagName === 'dir'
          ? undefined
          : outer.listStyle),
      signFont: fontOf(element, declared) ?? outer.signFont,
      isStruck:
        outer.isStruck || tagName === 's' || tagName === 'strike' || decoration.includes('line-through'),
      isMarker: outer.isMarker || /^ignore$/i.test(declared.get('mso-list') ?? ''),
      drawing: isInDrawing,
    };
  }

  #reasonToLeave(
    { tagName, properties }: Element,
    declared: Declarations,
    outer: Context,
  ): string | undefined {
    const isHidden =
      (properties.hidden !== undefined && properties.hidden !== false) ||
      /^none/i.test(declared.get('display') ?? '') ||
      /^(?:hidden|collapse)/i.test(declared.get('visibility') ?? '') ||
      /^all/i.test(declared.get('mso-hide') ?? '');
    if (isHidden) return '隐藏文字';
    const classes = Array.isArray(properties.className) ? properties.className : [];
    if (classes.includes('MsoCommentReference') || classes.includes('MsoCommentText')) return '批注';
    const isFilmTitle = outer.drawing !== 'none' && /^(?:title|desc|metadata)$/.test(tagName);
    return isFilmTitle
      ? '图形里不显示的字'
      : (NO_TEXT[tagName] ?? WORD_PARTS[declared.get('mso-element')?.toLowerCase() ?? '']);
  }

  #text(value: string, context: Context): void {
    this.met += value;
    const { isInside, isBold, white } = context;
    if (!isInside) {
      this.#outside[this.#outside.length - 1] += value;
      return this.collector.leave(value, PAGE, OUTSIDE);
    }
    const leaving = context.leaving ?? (context.drawing === 'svg' ? '图形里不显示的字' : undefined);
    if (leaving !== undefined) return this.collector.leave(value, PAGE, leaving);
    if (value.trim() !== '') {
      if (this.#prefix !== '') this.collector.add(this.#prefix);
      this.#prefix = '';
      if (context.isStruck) this.#struck.push(value.trim());
      this.#pictures.pass(value);
    }
    if (context.isMarker) return this.#marker(value, context);
    if (context.signFont) return this.#signs(value, context.signFont, isBold);
    this.collector.keep(white === 'pre' ? value : collapsed(value, white === 'pre-line'), PAGE, isBold);
  }

  /** Word sets a list's number itself and fills up the space behind it. */
  #marker(value: string, { signFont, isBold }: Context): void {
    const words = value.replace(/[\s\u00A0]+/gu, '');
    if (words === '') return;
    if (signFont) this.#signs(words, signFont, isBold);
    else this.collector.keep(words, PAGE, isBold);
    if (!/[、．）)]$/u.test(words)) this.collector.space(' ');
  }

  #signs(value: string, font: string, isBold: boolean): void {
    for (const character of value) {
      const code = character.codePointAt(0) ?? 0;
      const sign = code > 0x20 && (code < 0x100 || code >= 0xf000) ? signOf(font, code) : undefined;
      if (sign === undefined || sign === character) this.collector.keep(character, PAGE, isBold);
      else this.collector.replace(character, sign, PAGE, `符号字体 ${font} 的字换成`, isBold);
    }
  }

  /** m² and H₂O, where Unicode has the characters. */
  #raised(element: Element, place: 'sup' | 'sub', { isBold }: Context): boolean {
    const words = textIn(element);
    const shown = raisedOrLowered(words, place);
    if (shown === undefined) return false;
    this.met += words;
    this.collector.replace(words, shown, PAGE, place === 'sup' ? '上标写作' : '下标写作', isBold);
    return true;
  }

  /** Fractions, roots and powers of formulas (MathML), written on the line. */
  #formula(element: Element, context: Context): boolean {
    const parts = element.children.filter((child) => child.type === 'element');
    const group = (part: Element | undefined) => {
      if (!part) return;
      const isLong = Array.from(textIn(part).trim()).length > 1;
      if (isLong) this.collector.add('(');
      this.#element(part, context);
      if (isLong) this.collector.add(')');
    };
    const set = (part: Element | undefined, place: 'sup' | 'sub') => {
      if (!part || this.#raised(part, place, context)) return;
      this.collector.add(place === 'sup' ? '^' : '_');
      group(part);
    };
    const [first, second, third] = parts;
    switch (element.tagName) {
      case 'mfrac':
        this.collector.figuresApart();
        group(first);
        this.collector.add('/');
        group(second);
        this.collector.figuresApart();
        return true;
      case 'msqrt':
        this.collector.add('√(');
        for (const part of parts) this.#element(part, context);
        this.collector.add(')');
        return true;
      case 'msup':
      case 'msub':
        if (first) this.#element(first, context);
        set(second, element.tagName === 'msup' ? 'sup' : 'sub');
        return true;
      case 'msubsup':
        if (first) this.#element(first, context);
        set(second, 'sub');
        set(third, 'sup');
        return true;
      default:
        return false;
    }
  }

  /** Check boxes show whether they are ticked, fields what was filled in; buttons are no text. */
  #input({ properties }: Element, context: Context): void {
    const type = typeof properties.type === 'string' ? properties.type.toLowerCase() : '';
    const isRead = context.isInside && context.leaving === undefined;
    if (type === 'checkbox' || type === 'radio') {
      if (isRead) this.collector.add(properties.checked ? '☑' : '□');
      return;
    }
    const value =
      typeof properties.value === 'string' || typeof properties.value === 'number'
        ? String(properties.value)
        : '';
    if (value === '' || (BUTTONS.has(type) && !SHOWN_BUTTONS.has(type))) return;
    if (!SHOWN_BUTTONS.has(type)) return this.#text(value, { ...context, white: 'pre' });
    this.met += value;
    this.collector.leave(value, PAGE, context.isInside ? '按钮上的字' : OUTSIDE);
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
  #countItems(element: Element, { isInside }: Context): void {
    if (!isInside || !isList(element)) return;
    const shown = itemsOf(element).filter(
      (item) => !/^none/i.test(this.#styles.of(item).get('display') ?? ''),
    );
    const step = element.properties.reversed ? -1 : 1;
    let number = wholeNumber(element.properties.start) ?? (step < 0 ? shown.length : 1);
    for (const item of shown) {
      number = wholeNumber(item.properties.value) ?? number;
      this.#items.set(item, { number, isCounted: element.tagName === 'ol' });
      number += step;
    }
  }

  #markerOf(item: Element, declared: Declarations, { listStyle }: Context): string {
    const { number, isCounted } = this.#items.get(item) ?? { number: 1, isCounted: false };
    const display = declared.get('display');
    if (textIn(item).trim() === '' || (display !== undefined && display !== 'list-item')) return '';
    return markerOf(listStyle ?? (isCounted ? 'decimal' : 'disc'), number);
  }

  #table(table: Element, context: Context): void {
    this.#endLine();
    for (const child of table.children) if (child.type === 'text') this.#node(child, context);
    for (const caption of captionsOf(table)) this.#element(caption, context);
    const groups = rowGroupsOf(table).map(({ rows: inGroup, isFoot }) => {
      const read = gridOf(inGroup).map((row, index) => {
        for (const child of inGroup[index]?.children ?? [])
          if (child.type !== 'element') this.#node(child, context);
        return row.map((cell): CollectedLine[] => {
          if (cell === 'covered') return [];
          return this.collector.apart(() => {
            this.#element(cell, context);
            this.#endLine();
          });
        });
      });
      return { rows: read, isFoot };
    });
    const rows = [
      ...groups.filter(({ isFoot }) => !isFoot),
      ...groups.filter(({ isFoot }) => isFoot),
    ].flatMap((group) => group.rows);
    this.collector.table(isLayout(table, rows) ? rows.flat().map((cell) => [cell]) : rows);
  }
}

function isList({ tagName }: Element): boolean {
  return /^(?:ol|ul|menu|dir)$/.test(tagName);
}

/** The items that a list counts: those below it that stand in no other list or item. */
function itemsOf(parent: Element): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element' || isList(child)) return [];
    return child.tagName === 'li' ? [child] : itemsOf(child);
  });
}

/** A table that only puts columns of text beside one another: it says so, or has one row, and a cell with paragraphs. */
function isLayout(table: Element, rows: readonly CollectedLine[][][]): boolean {
  if (table.properties.role === 'presentation' || table.properties.role === 'none') return true;
  const filled = rows.filter((cells) => cells.some((lines) => lines.length > 0));
  const hasHeads = [...elementsIn(table)].some(({ tagName }) => tagName === 'th');
  return (
    filled.length === 1 && !hasHeads && filled.flat().some((lines) => lines.length >= LINES_OF_A_LAYOUT_CELL)
  );
}

function isBlockElement(tagName: string, declared: Declarations): boolean {
  const display = declared.get('display')?.toLowerCase();
  if (display === undefined) return BLOCKS.has(tagName);
  if (/^(?:block|flex|grid|list-item|table|flow-root|table-row|table-caption)$/.test(display)) return true;
  return display === 'inline' ? tagName === 'li' : BLOCKS.has(tagName);
}

/** What an element holds; templates hold a tree of their own. */
function contentOf(element: Element): readonly (RootContent | ElementContent)[] {
  return element.tagName === 'template' && element.content ? element.content.children : element.children;
}

/** Of a list of choices the chosen one is shown, else the first. */
function chosenOf(select: Element): Element | undefined {
  const options = [...elementsIn(select)].filter(({ tagName }) => tagName === 'option');
  return options.find(({ properties }) => properties.selected) ?? options[0];
}

function withoutChoice(context: Context): Context {
  return { ...context, leaving: context.leaving ?? '没有选的选项' };
}

function holds(node: RootContent | ElementContent, element: Element): boolean {
  return node === element || (node.type === 'element' && node.children.includes(element));
}

function boldOf(tagName: string, declared: Declarations): boolean | undefined {
  const weight = declared.get('font-weight');
  if (weight !== undefined) return /^(?:bold|bolder|[6-9]00)$/i.test(weight);
  return tagName === 'b' || tagName === 'strong' || /^h[1-6]$/.test(tagName) ? true : undefined;
}

function whiteOf(tagName: string, declared: Declarations): Context['white'] | undefined {
  const white = declared.get('white-space')?.toLowerCase();
  if (white !== undefined) {
    if (/^(?:pre|pre-wrap|break-spaces|-moz-pre-wrap)$/.test(white)) return 'pre';
    return white === 'pre-line' ? 'pre-line' : 'normal';
  }
  return /^(?:pre|listing|xmp|plaintext|textarea)$/.test(tagName) ? 'pre' : undefined;
}

/** The sign font that an element sets, empty for any other font; `undefined` where it sets none. */
function fontOf({ properties }: Element, declared: Declarations): string | undefined {
  const stated =
    declared.get('font-family') ??
    declared.get('font') ??
    (typeof properties.face === 'string' ? properties.face : undefined);
  if (stated === undefined) return undefined;
  const names = stated.split(',').map((name) =>
    name
      .replace(/["']/g, '')
      .replace(/^.*\d(?:pt|px|em|rem|%)(?:\/\S+)?\s+/i, '')
      .trim(),
  );
  return names.find((name) => isSignFont(name)) ?? '';
}

/** Line ends between Chinese characters are no spaces; other white space is one. */
function collapsed(value: string, keepsLines: boolean): string {
  if (keepsLines) return value.replace(/[ \t\r\f]+/g, ' ').replace(/ ?\n ?/g, '\n');
  return value
    .replace(/(?<=\p{Script=Han}|[，。、；：）”])[ \t]*[\r\n][ \t\r\n]*(?=\p{Script=Han})/gu, '')
    .replace(/[ \t\r\n\f]+/g, ' ');
}

function wholeNumber(value: unknown): number | undefined {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && value.trim() !== ''
        ? Number(value)
        : NaN;
  return Number.isInteger(number) && Math.abs(number) < 1_000_000 ? number : undefined;
}
