import type { DrawnPage, Glyph, Rule } from './glyph.ts';
import { STAND_IN } from '../../../domain/characters.ts';
import { compose, IDENTITY, mapPoint, matrixOf, type Matrix } from './matrix.ts';
import { rulesOfPath } from './rules.ts';

/** A glyph as pdf.js hands it over. */
export interface FontGlyph {
  originalCharCode: number;
  unicode: string;
  width: number;
  isSpace: boolean;
  vmetric?: readonly [number, number, number] | null;
}

/** What of a font of pdf.js is needed to place and read its glyphs. */
export interface PageFont {
  name?: string;
  vertical?: boolean;
  fontMatrix?: ArrayLike<number>;
  defaultVMetrics?: readonly [number, number, number];
  isType3Font?: boolean;
  composite?: boolean;
  /** A map of codes, or the first and last code of one that says nothing: each code taken for a character. */
  toUnicode?: { _map?: Record<number, unknown>; firstChar?: number };
}

/** The drawing steps of a page, by the numbers that pdf.js gives them. */
export interface Drawing {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

/** The numbers of drawing steps, by name. */
export type StepNumbers = Readonly<Record<string, number>>;

interface State {
  matrix: Matrix;
  font: PageFont | undefined;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  scale: number;
  rise: number;
  leading: number;
}

const FRESH = {
  font: undefined,
  fontSize: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  rise: 0,
  leading: 0,
};
const GLYPH_SPACE = [0.001, 0, 0, 0.001, 0, 0];
const THOUSAND = 1000;
/** Where a glyph of a vertical font hangs when the font does not say (ISO 32000-1, 9.7.4.3). */
const HANGING: readonly [number, number, number] = [-1000, 500, 880];

/**
 * Follows the drawing steps of a page (ISO 32000-1, 9.4) and says where each glyph stands and which rules are drawn. `page` maps
 * the page's own coordinates to points from its upper left corner.
 */
export function drawPage(
  drawing: Drawing,
  numbers: StepNumbers,
  page: Matrix,
  fontOf: (name: string) => PageFont | undefined,
): Pick<DrawnPage, 'glyphs' | 'rules' | 'marks'> {
  const pen = new Pen(page, fontOf);
  const steps = new Map<number, (args: readonly unknown[]) => void>(
    Object.entries(stepsOf(pen)).map(([name, step]) => [numbers[name] ?? -1, step]),
  );
  const strokes = new Set(STROKES.map((name) => numbers[name]));
  const fills = new Set(FILLS.map((name) => numbers[name]));
  steps.set(numbers.constructPath ?? -1, ([paint, data]) => {
    const path = (data as readonly ArrayLike<number>[])[0];
    const how = { strokes: strokes.has(paint as number), fills: fills.has(paint as number) };
    if (path) pen.rules.push(...rulesOfPath(path, pen.state.matrix, how));
  });
  drawing.fnArray.forEach((number, index) =>
    steps.get(number)?.((drawing.argsArray[index] ?? []) as readonly unknown[]),
  );
  return { glyphs: pen.glyphs, rules: pen.rules, marks: pen.marks };
}

const STROKES = [
  'stroke',
  'closeStroke',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
];
const FILLS = ['fill', 'eoFill'];

function stepsOf(pen: Pen): Record<string, (args: readonly unknown[]) => void> {
  const number = (value: unknown) => (typeof value === 'number' ? value : 0);
  return {
    save: () => pen.save(),
    restore: () => pen.restore(),
    transform: (args) => pen.transform(matrixOf(args as number[])),
    paintFormXObjectBegin: ([matrix]) => {
      pen.save();
      if (matrix) pen.transform(matrixOf(matrix as number[]));
    },
    paintFormXObjectEnd: () => pen.restore(),
    beginAnnotation: ([, , transform, matrix]) => {
      pen.beginAnnotation();
      pen.transform(matrixOf(transform as number[]));
      pen.transform(matrixOf(matrix as number[]));
    },
    endAnnotation: () => pen.endAnnotation(),
    setGState: ([entries]) => {
      for (const [key, value] of entries as [string, unknown][])
        if (key === 'Font') pen.setFont(...(value as [string, number]));
    },
    beginMarkedContent: ([tag]) => pen.beginMark(tag),
    beginMarkedContentProps: ([tag]) => pen.beginMark(tag),
    endMarkedContent: () => pen.endMark(),
    beginText: () => pen.setTextMatrix(IDENTITY),
    setCharSpacing: ([value]) => (pen.state.characterSpacing = number(value)),
    setWordSpacing: ([value]) => (pen.state.wordSpacing = number(value)),
    setHScale: ([value]) => (pen.state.scale = number(value) / 100),
    setLeading: ([value]) => (pen.state.leading = number(value)),
    setTextRise: ([value]) => (pen.state.rise = number(value)),
    setFont: ([name, size]) => pen.setFont(String(name), number(size)),
    setTextMatrix: ([matrix]) => pen.setTextMatrix(matrixOf(matrix as ArrayLike<number>)),
    moveText: ([x, y]) => pen.moveText(number(x), number(y)),
    setLeadingMoveText: ([x, y]) => {
      pen.state.leading = -number(y);
      pen.moveText(number(x), number(y));
    },
    nextLine: () => pen.moveText(0, -pen.state.leading),
    showText: ([glyphs]) => pen.show(glyphs as readonly (FontGlyph | number)[]),
  };
}

/** What draws: the state that steps change, and what was drawn. */
class Pen {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  readonly marks: (number | undefined)[] = [];
  readonly #page: Matrix;
  readonly #fontOf: (name: string) => PageFont | undefined;
  #saved: State[] = [];
  #line = IDENTITY;
  #at = { x: 0, y: 0 };
  #isAnnotation = false;
  readonly #openMarks: (number | undefined)[] = [];
  #known:
    | { outer: Matrix; inner: Matrix; matrix: Matrix; along: number; across: number; angle: number }
    | undefined;
  state: State;

  constructor(page: Matrix, fontOf: (name: string) => PageFont | undefined) {
    this.#page = page;
    this.#fontOf = fontOf;
    this.state = { ...FRESH, matrix: page };
  }

  save(): void {
    this.#saved.push({ ...this.state });
  }

  restore(): void {
    this.state = this.#saved.pop() ?? this.state;
  }

  transform(matrix: Matrix): void {
    this.state.matrix = compose(this.state.matrix, matrix);
  }

  beginAnnotation(): void {
    this.#saved = [];
    this.state = { ...FRESH, matrix: this.#page };
    this.#isAnnotation = true;
  }

  endAnnotation(): void {
    this.#isAnnotation = false;
  }

  /** A mark around content. Those of layers are counted differently by pdf.js, and state no words. */
  beginMark(tag: unknown): void {
    if (this.#isAnnotation) return;
    const outer = this.#openMarks.at(-1);
    this.#openMarks.push(tag === 'OC' ? outer : this.marks.length);
    if (tag !== 'OC') this.marks.push(outer);
  }

  endMark(): void {
    if (!this.#isAnnotation) this.#openMarks.pop();
  }

  setFont(name: string, size: number): void {
    this.state.font = this.#fontOf(name);
    this.state.fontSize = size;
  }

  setTextMatrix(matrix: Matrix): void {
    this.#line = matrix;
    this.#at = { x: 0, y: 0 };
  }

  moveText(x: number, y: number): void {
    this.setTextMatrix(compose(this.#line, [1, 0, 0, 1, x, y]));
  }

  /** Glyphs, and between them numbers that pull the next one back, in thousandths of the type size. */
  show(glyphs: readonly (FontGlyph | number)[]): void {
    const { font, fontSize, scale, characterSpacing, wordSpacing } = this.state;
    const isVertical = font?.vertical === true;
    const unit = font?.fontMatrix?.[0] ?? 1 / THOUSAND;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        const back = (-glyph * fontSize) / THOUSAND;
        this.#move(isVertical ? 0 : back * scale, isVertical ? back : 0);
        continue;
      }
      const spacing = characterSpacing + (glyph.isSpace ? wordSpacing : 0);
      const [down, aside, above] = glyph.vmetric ?? font?.defaultVMetrics ?? HANGING;
      const width = glyph.width * unit * fontSize;
      if (isVertical) {
        const left = (glyph.vmetric ? aside : glyph.width / 2) * unit * fontSize;
        this.#put(glyph, -left, -above * unit * fontSize, width, font);
        this.#move(0, down * unit * fontSize + spacing);
      } else {
        this.#put(glyph, 0, 0, width * scale, font);
        this.#move((width + spacing) * scale, 0);
      }
    }
  }

  #move(x: number, y: number): void {
    this.#at = { x: this.#at.x + x, y: this.#at.y + y };
  }

  #put(glyph: FontGlyph, x: number, y: number, width: number, font: PageFont | undefined): void {
    const { fontSize, rise } = this.state;
    const { matrix, along, across, angle } = this.#scaled();
    const mark = this.#openMarks.at(-1);
    this.glyphs.push({
      text: wordsOf(glyph, font),
      ...mapPoint(matrix, this.#at.x + x, this.#at.y + y + rise),
      width: Math.abs(width) * along,
      size: Math.abs(fontSize) * heightOf(font) * across,
      angle: fontSize < 0 ? turnedRound(angle) : angle,
      isVertical: font?.vertical === true,
      font: font?.name ?? '',
      isAnnotation: this.#isAnnotation,
      ...(mark !== undefined && !this.#isAnnotation && { mark }),
    });
  }

  /** The map from the text's coordinates to the page, how much it stretches along and across lines, and where lines run. */
  #scaled(): { matrix: Matrix; along: number; across: number; angle: number } {
    if (this.#known?.outer === this.state.matrix && this.#known.inner === this.#line) return this.#known;
    const matrix = compose(this.state.matrix, this.#line);
    const [a, b, c, d] = matrix;
    return (this.#known = {
      ...{ outer: this.state.matrix, inner: this.#line, matrix },
      along: Math.hypot(a, b),
      across: Math.hypot(c, d),
      angle: Math.round((Math.atan2(b, a) * 180) / Math.PI),
    });
  }
}

function turnedRound(angle: number): number {
  return angle > 0 ? angle - 180 : angle + 180;
}

/** Type 3 fonts have a glyph space of their own, whose unit need not be a thousandth. */
function heightOf(font: PageFont | undefined): number {
  const [, , , unit = GLYPH_SPACE[3]] = Array.from(font?.fontMatrix ?? GLYPH_SPACE);
  return font?.isType3Font === true ? Math.abs((unit ?? 1) * THOUSAND) : 1;
}

/** What a glyph says, or U+FFFD where its font gives no character for its code and pdf.js shows the code itself. */
function wordsOf({ unicode, originalCharCode }: FontGlyph, font: PageFont | undefined): string {
  const { toUnicode } = font ?? {};
  const hasMap = toUnicode?._map !== undefined;
  const isKnown = hasMap ? toUnicode._map?.[originalCharCode] !== undefined : toUnicode === undefined;
  return isKnown && !/^[\0\ufffd]*$/.test(unicode) ? unicode : STAND_IN;
}
