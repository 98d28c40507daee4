import { formatByExample, formatNumber, numberFormatOf } from '../../../domain/list-numbers.ts';
import { xmlTokens } from '../xml-tokens.ts';

/** What a paragraph says of its number. */
export interface CountedParagraph {
  style: string | undefined;
  list: string | undefined;
  level: number | undefined;
}

type Settings = Map<string, string>;

/** One `w:lvl`: its settings by the names of their elements. */
interface Definition {
  levels: Map<number, Settings>;
  own: Settings;
}

interface NumberList extends Definition {
  begins: Map<number, number>;
}

interface NumberStyle {
  basedOn: string | undefined;
  settings: Settings;
}

/**
 * Counts the numbers of lists a second time, from the tokens of numbering.xml and styles.xml and for the account alone (ECMA-376-1, 17.9). It shares
 * the words of numbers with the reader and nothing of how they are counted.
 */
export class CountedNumbers {
  readonly #definitions = new Map<string, Definition>();
  readonly #lists = new Map<string, NumberList>();
  readonly #styles = new Map<string, NumberStyle>();
  #usual: string | undefined;
  /** The last number shown at each level of a definition; levels that begin anew are taken out. */
  readonly #last = new Map<string, Map<number, number>>();
  readonly #used = new Set<string>();

  constructor(numbering: string, styles: string) {
    this.#readStyles(styles);
    this.#readNumbering(numbering);
  }

  /** Whether a paragraph's end is hidden by its style. */
  hidesEnd(style: string | undefined): boolean {
    return this.#settingOf(style ?? this.#usual, 'vanish') === 'on';
  }

  /** The next number as it is shown, a bullet as nothing; empty for paragraphs without one. */
  next({ style, list: stated, level: at }: CountedParagraph): string {
    const named = style ?? this.#usual;
    const id = stated ?? this.#settingOf(named, 'numId');
    const list = this.#lists.get(id ?? '0');
    if (id === '0' || !list) return '';
    const level = Math.min(Math.max(at ?? this.#levelOf(list, named), 0), 8);
    const settings = list.levels.get(level);
    if (!settings) return '';
    const values = this.#count(id ?? '', list, level);
    if (settings.get('vanish') === 'on' || settings.get('numFmt') === 'bullet') return '';
    return (settings.get('lvlText') ?? '').replace(/%([1-9])/g, (_, digit: string) => {
      const of = Number(digit) - 1;
      const value = values.get(of) ?? 1;
      const other = list.levels.get(of);
      if (settings.get('isLgl') === 'on') return formatNumber(value, 'decimal');
      const format = other?.get('numFmt') ?? 'decimal';
      return format === 'custom'
        ? formatByExample(value, other?.get('format') ?? '')
        : formatNumber(value, format);
    });
  }

  #count(id: string, list: NumberList, level: number): ReadonlyMap<number, number> {
    const key = this.#keyOf(id);
    const values = this.#last.get(key) ?? new Map<number, number>();
    this.#last.set(key, values);
    for (const begun of list.begins.keys())
      if (begun <= level && !this.#used.has(`${id} ${begun}`)) {
        this.#used.add(`${id} ${begun}`);
        for (const value of [...values.keys()]) if (value >= begun) values.delete(value);
      }
    const first = (of: number) => list.begins.get(of) ?? wholeNumber(list.levels.get(of)?.get('start'), 1);
    for (let above = 0; above < level; above += 1) if (!values.has(above)) values.set(above, first(above));
    values.set(level, values.has(level) ? (values.get(level) ?? 0) + 1 : first(level));
    for (const below of [...values.keys()].filter((other) => other > level)) {
      const restart = list.levels.get(below)?.get('lvlRestart');
      if (restart === undefined || level < wholeNumber(restart, 0)) values.delete(below);
    }
    return values;
  }

  /** The level that names the style or one that it is based on, else the level that these state. */
  #levelOf(list: NumberList, style: string | undefined): number {
    for (const name of this.#chain(style))
      for (const [level, settings] of list.levels) if (settings.get('pStyle') === name) return level;
    return wholeNumber(this.#settingOf(style, 'ilvl'), 0);
  }

  #chain(style: string | undefined): string[] {
    const chain: string[] = [];
    for (let name = style; name !== undefined && chain.length <= 20; name = this.#styles.get(name)?.basedOn)
      if (this.#styles.has(name)) chain.push(name);
    return chain;
  }

  #settingOf(style: string | undefined, name: string): string | undefined {
    return this.#chain(style)
      .map((one) => this.#styles.get(one)?.settings.get(name))
      .find((value) => value !== undefined);
  }

  readonly #keys = new Map<string, string>();

  #keyOf(id: string): string {
    return this.#keys.get(id) ?? id;
  }

  #readStyles(xml: string): void {
    let style: NumberStyle | undefined;
    for (const token of xmlTokens(xml)) {
      if (token.kind === 'close' && token.name === 'w:style') style = undefined;
      if (token.kind !== 'open') continue;
      const value = token.attributes.get('w:val');
      if (token.name === 'w:style') {
        const id = token.attributes.get('w:styleId') ?? '';
        style = { basedOn: undefined, settings: new Map() };
        this.#styles.set(id, style);
        const isUsual = /^(?:1|true|on)$/.test(token.attributes.get('w:default') ?? '');
        if (isUsual && token.attributes.get('w:type') === 'paragraph') this.#usual ??= id;
      } else if (token.name === 'w:basedOn' && style) style.basedOn = value;
      else if (token.name === 'w:numId' || token.name === 'w:ilfo') style?.settings.set('numId', value ?? '');
      else if (token.name === 'w:ilvl') style?.settings.set('ilvl', value ?? '');
      else if (token.name === 'w:vanish') style?.settings.set('vanish', switched(value));
    }
  }

  #readNumbering(xml: string): void {
    const links = new Map<string, string>();
    const targets = new Map<string, string>();
    const lists = new Map<string, { definition: string; own: NumberList }>();
    let [definition, list]: [Definition | undefined, NumberList | undefined] = [undefined, undefined];
    let [level, override, id, listId, isFallback] = [-1, 0, '', '', false];
    for (const token of xmlTokens(xml)) {
      if (token.kind === 'close') {
        if (token.name === 'w:lvl') level = -1;
        if (token.name === 'mc:Fallback') isFallback = false;
      }
      if (token.kind !== 'open') continue;
      const value = token.attributes.get('w:val') ?? '';
      const name = token.name.replace(/^w:/, '');
      if (name === 'mc:Fallback') isFallback = true;
      else if (name === 'abstractNum' || name === 'listDef') {
        id = token.attributes.get('w:abstractNumId') ?? token.attributes.get('w:listDefId') ?? '';
        definition = { levels: new Map(), own: new Map() };
        this.#definitions.set(id, definition);
        list = undefined;
      } else if (name === 'num' || name === 'list') {
        listId = token.attributes.get('w:numId') ?? token.attributes.get('w:ilfo') ?? '';
        list = { levels: new Map(), own: new Map(), begins: new Map() };
        lists.set(listId, { definition: '', own: list });
      } else if (name === 'abstractNumId' || name === 'ilst') {
        const entry = lists.get(listId);
        if (entry) entry.definition = value;
      } else if (name === 'lvlOverride') override = wholeNumber(token.attributes.get('w:ilvl'), 0);
      else if (name === 'startOverride') list?.begins.set(override, wholeNumber(value, 1));
      else if (name === 'numStyleLink' || name === 'listStyleLink') links.set(id, value);
      else if (name === 'styleLink') targets.set(value, targets.get(value) ?? id);
      else if (name === 'lvl') {
        level = wholeNumber(token.attributes.get('w:ilvl'), 0);
        (list ?? definition)?.levels.set(level, new Map());
      } else if (level >= 0 && !isFallback) {
        const settings = (list ?? definition)?.levels.get(level);
        if (name === 'isLgl' || name === 'vanish')
          settings?.set(name, switched(token.attributes.get('w:val')));
        else if (name === 'nfc') settings?.set('numFmt', numberFormatOf(wholeNumber(value, 0)));
        else if (!settings?.has(name)) settings?.set(name, value);
        if (name === 'numFmt') settings?.set('format', token.attributes.get('w:format') ?? '');
      }
    }
    for (const [number, { definition: from, own }] of lists) {
      let source = from;
      for (let steps = 0; steps < 10 && links.has(source); steps += 1) {
        const link = links.get(source) ?? '';
        const numbered = this.#styles.get(link)?.settings.get('numId');
        const next = lists.get(numbered ?? '')?.definition ?? targets.get(link);
        if (next === undefined || next === source) break;
        source = next;
      }
      this.#keys.set(number, source);
      const levels = new Map([...(this.#definitions.get(source)?.levels ?? []), ...own.levels]);
      this.#lists.set(number, { ...own, levels });
    }
  }
}

function switched(value: string | undefined): string {
  return /^(?:0|false|off|none)$/.test(value ?? '1') ? 'off' : 'on';
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : otherwise;
}
