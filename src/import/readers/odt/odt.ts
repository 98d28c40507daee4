import { UnreadableFile } from '../../../domain/decode.ts';
import { countOdt } from '../../account/odt.ts';
import { Collector, type CollectedLine } from '../collector.ts';
import type { Reading } from '../reading.ts';
import { childOf, elementsOf, isElement, rootOf, wordsOf, xmlText, type XmlElement } from '../xml.ts';
import { openPackage } from '../../../domain/package/open-package.ts';
import { scripted, type Script } from '../signs/scripts.ts';
import { signPieces } from '../signs/sign-words.ts';
import { OdtLists } from './lists.ts';
import { writeMathMl } from './math.ts';
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

const FORMULA = '公式';

/** Reads an OpenDocument text (.odt). Throws UnreadableFile. */
export function readOdt(bytes: Uint8Array): Reading {
  const { names, files } = openPackage(
    bytes,
    (name) => name === 'content.xml' || name === 'styles.xml' || /^[^/]+\/content\.xml$/.test(name),
  );
  const content = files.get('content.xml');
  if (!content)
    throw new UnreadableFile('压缩包里没有 OpenDocument 正文；请用 Word 或 WPS 打开后另存为 .docx');
  const styles = files.get('styles.xml');
  const formulas = formulasIn(files);
  const reading = new OdtReading(
    rootOf(content, 'content.xml'),
    styles && rootOf(styles, 'styles.xml'),
    formulas,
  );
  if (names.some((name) => /^(?:Basic|Scripts)\//.test(name)))
    reading.collector.note('文件带宏，没有运行，也没有带入');
  const texts = [...formulas.keys()].map((name) => xmlText(files.get(name) ?? new Uint8Array()));
  const counted = countOdt(xmlText(content), styles ? xmlText(styles) : '', texts);
  return reading.collector.finish('OpenDocument（.odt）', counted);
}

/** Reads the same where it is one XML text (.fodt). Throws UnreadableFile. */
export function readFlatOdt(bytes: Uint8Array): Reading {
  const { collector } = new OdtReading(rootOf(bytes, 'OpenDocument'), undefined, new Map());
  return collector.finish('OpenDocument（.fodt）', countOdt(xmlText(bytes), '', []));
}

/** The objects that are formulas, by the names of their files. */
function formulasIn(files: ReadonlyMap<string, Uint8Array>): Map<string, XmlElement> {
  const objects = [...files].filter(([name]) => name.includes('/'));
  return new Map(
    objects
      .map(([name, bytes]): [string, XmlElement] => [name, rootOf(bytes, name)])
      .filter(([, root]) => /^(?:\w+:)?math$/.test(root.name)),
  );
}

/** The whole of a file, read. */
class OdtReading {
  readonly collector: Collector;

  constructor(
    content: XmlElement,
    styles: XmlElement | undefined,
    formulas: ReadonlyMap<string, XmlElement>,
  ) {
    const roots = styles ? [content, styles] : [content];
    const reader = new OdtReader(readOdtStyles(roots), new OdtLists(roots), formulas);
    reader.read(content);
    for (const root of roots) reader.leaveHeads(root);
    reader.leaveFormulas();
    this.collector = reader.collector;
  }
}

interface Context {
  leaving: string | undefined;
  isBold: boolean;
  script: Script | undefined;
  font: string | undefined;
}

const PLAIN: Context = { leaving: undefined, isBold: false, script: undefined, font: undefined };

class OdtReader {
  readonly collector = new Collector();
  readonly #styles: ReadonlyMap<string, OdtStyle>;
  readonly #lists: OdtLists;
  /** The number of a list item whose first paragraph has not begun. */
  #number = '';

  readonly #formulas: Map<string, XmlElement>;

  constructor(
    styles: ReadonlyMap<string, OdtStyle>,
    lists: OdtLists,
    formulas: ReadonlyMap<string, XmlElement>,
  ) {
    this.#styles = styles;
    this.#lists = lists;
    this.#formulas = new Map(formulas);
  }

  /** Leaves out the words of headers and footers. */
  leaveHeads(root: XmlElement): void {
    const heads = elementsOf(root).filter(({ name }) => name === 'office:master-styles');
    for (const head of heads) this.collector.leave(head.text, HEADS, HEADS);
  }

  /** Leaves out the formulas that stand nowhere in the text. */
  leaveFormulas(): void {
    for (const formula of this.#formulas.values())
      this.collector.leave(formula.text, FORMULA, '没有用到的公式');
  }

  read(root: XmlElement): void {
    const text = childOf(childOf(root, 'office:body'), 'office:text');
    if (text) this.#inside(text, PLAIN);
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
      script: style?.script === 'none' ? undefined : (style?.script ?? outer.script),
      font: style?.font ?? outer.font,
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
      case 'office:annotation':
        this.collector.apart(() => {
          this.#inside(element, context);
        });
        return;
      case 'draw:text-box':
        return this.collector.follow(
          this.collector.apart(() => {
            this.#inside(element, { ...PLAIN, leaving: context.leaving });
          }),
        );
      case 'draw:object':
        return this.#object(element, context);
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
    if (element.name === 'text:h' && element.text.trim() !== '' && this.#number === '')
      this.#number = this.#lists.heading(level ?? 1);
    if (context.leaving === undefined) this.collector.number(this.#number, undefined);
    this.#number = '';
    this.#inside(element, context);
    this.collector.endLine(level);
  }

  #words(words: string, { leaving, isBold, script, font }: Context): void {
    if (leaving !== undefined) return this.collector.leave(words, BODY, leaving);
    const fonts = font === undefined ? undefined : { ascii: font, hAnsi: font };
    for (const piece of signPieces(words.replace(/[ \t\r\n]+/g, ' '), fonts)) {
      const shown = piece.font === undefined ? scriptedIn(piece.words, script) : piece.shown;
      if (shown === undefined)
        this.collector.leave(piece.words, BODY, `字体 ${piece.font ?? ''} 里认不出的符号`);
      else if (shown === piece.words) this.collector.keep(shown, BODY, isBold);
      else
        this.collector.replace(
          piece.words,
          shown,
          BODY,
          piece.font === undefined ? '上下标' : `${piece.font} 符号`,
          isBold,
        );
    }
  }

  /** An object beside the text, which may be a formula. */
  #object(element: XmlElement, context: Context): void {
    const name = `${(element.attributes['xlink:href'] ?? '').replace(/^\.\//, '')}/content.xml`;
    const apart = this.#formulas.get(name);
    const formula = apart ?? elementsOf(element).find((child) => /^(?:\w+:)?math$/.test(child.name));
    if (!formula) {
      this.collector.note('嵌入的对象（表格、公式等）没有取');
      return this.#inside(element, context);
    }
    this.#formulas.delete(name);
    const place = apart ? FORMULA : BODY;
    if (context.leaving !== undefined) return this.collector.leave(formula.text, place, context.leaving);
    this.collector.note('公式写成一行文字，请对照原件核对');
    this.collector.figuresApart();
    writeMathMl(formula, {
      words: (words, script) => {
        const shown = scriptedIn(words, script);
        if (shown === words) this.collector.keep(words, place);
        else this.collector.replace(words, shown, place, '上下标');
      },
      sign: (words) => {
        this.collector.add(words);
      },
      copy: (words) => {
        this.collector.leave(words, place, '公式的另一份写法');
      },
    });
    this.collector.figuresApart();
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
        const lines = this.collector.cell(() => {
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

function scriptedIn(words: string, script: Script | undefined): string {
  const shown = script === undefined ? words : scripted(words, script);
  return shown.startsWith('^') ? words : shown;
}
