import { grouped } from '../fields/eq.ts';
import { scripted } from '../signs/scripts.ts';
import { childOf, childrenOf, elementsOf, type XmlElement } from '../xml.ts';

/** Where the pieces of a formula go. */
export interface MathWriter {
  /** A run of the formula, read as any other; `script` where its words are raised or lowered. */
  run(run: XmlElement, script: 'super' | 'sub' | undefined): void;
  /** A sign that the formula draws without a word for it. */
  sign(words: string): void;
  /** Anything that is no formula. */
  other(element: XmlElement): void;
}

const CLOSING: Record<string, string> = { '(': ')', '[': ']', '{': '}' };
const SIMPLE = /^[\p{L}\p{N}%°]*$/u;

/** Writes a formula (OMML, ECMA-376-1, 22.1) in one line, its words in the order of the file: 3/7, m², √(a+b). */
export function writeMath(element: XmlElement, writer: MathWriter): void {
  writeChildren(element, new Line(writer));
}

/** Remembers what stands at the end of the line, so that figures before a fraction and words behind it do not run into it. */
class Line {
  readonly writer: MathWriter;
  last = '';
  isAfterFraction = false;

  constructor(writer: MathWriter) {
    this.writer = writer;
  }

  run(run: XmlElement, script: 'super' | 'sub' | undefined): void {
    if (this.isAfterFraction && /^[\p{L}\p{N}]/u.test(wordsIn(run))) this.sign(' ');
    this.isAfterFraction = false;
    this.writer.run(run, script);
    this.last = wordsIn(run).slice(-1) || this.last;
  }

  sign(words: string): void {
    if (words === '') return;
    this.isAfterFraction = false;
    this.writer.sign(words);
    this.last = words.slice(-1);
  }
}

function writeChildren(element: XmlElement, line: Line, script?: 'super' | 'sub'): void {
  for (const child of elementsOf(element)) write(child, line, script);
}

function write(element: XmlElement, line: Line, script: 'super' | 'sub' | undefined): void {
  switch (element.name) {
    case 'm:r':
    case 'w:r':
      return line.run(element, script);
    case 'm:f':
      return fraction(element, line);
    case 'm:sSup':
    case 'm:sSub':
    case 'm:sSubSup':
      part(element, 'm:e', line, true);
      return scripts(element, line);
    case 'm:sPre':
      scripts(element, line);
      return part(element, 'm:e', line, false);
    case 'm:rad':
      return root(element, line);
    case 'm:nary':
      line.sign(property(element, 'm:naryPr', 'm:chr') ?? '∫');
      scripts(element, line);
      line.sign(' ');
      return part(element, 'm:e', line, false);
    case 'm:d':
      return delimited(element, line);
    case 'm:m':
      return table(
        childrenOf(element, 'm:mr').map((row) => childrenOf(row, 'm:e')),
        line,
      );
    case 'm:eqArr':
      return table(
        childrenOf(element, 'm:e').map((row) => [row]),
        line,
      );
    case 'm:func':
      part(element, 'm:fName', line, false);
      line.sign(' ');
      return part(element, 'm:e', line, false);
    case 'm:acc':
      part(element, 'm:e', line, true);
      return line.sign(property(element, 'm:accPr', 'm:chr') ?? '\u0302');
    case 'm:bar':
      part(element, 'm:e', line, true);
      return line.sign(property(element, 'm:barPr', 'm:pos') === 'top' ? '\u0305' : '\u0332');
    case 'm:groupChr':
      part(element, 'm:e', line, false);
      return line.sign(property(element, 'm:groupChrPr', 'm:chr') ?? '⏟');
    case 'm:limLow':
    case 'm:limUpp':
      part(element, 'm:e', line, false);
      line.sign(element.name === 'm:limLow' ? '_' : '^');
      return part(element, 'm:lim', line, true);
    default:
      if (element.name.startsWith('m:') && !element.name.endsWith('Pr')) writeChildren(element, line, script);
      else if (!element.name.startsWith('m:')) line.writer.other(element);
  }
}

function fraction(element: XmlElement, line: Line): void {
  const above = childOf(element, 'm:num');
  if (/\d/.test(line.last) && /^\d/.test(above ? wordsIn(above) : '')) line.sign(' ');
  part(element, 'm:num', line, true);
  line.sign(property(element, 'm:fPr', 'm:type') === 'noBar' ? '¦' : '/');
  part(element, 'm:den', line, true);
  line.isAfterFraction = true;
}

/** Raised and lowered parts, in the order of the file. */
function scripts(element: XmlElement, line: Line): void {
  for (const child of elementsOf(element)) {
    if (child.name !== 'm:sub' && child.name !== 'm:sup') continue;
    const script = child.name === 'm:sup' ? 'super' : 'sub';
    const words = wordsIn(child);
    if (words === '') continue;
    if (isPlain(child) && isScripted(words, script)) writeChildren(child, line, script);
    else {
      line.sign(script === 'super' ? '^' : '_');
      group(child, line);
    }
  }
}

/** Whether there are characters that stand raised or lowered by themselves. */
function isScripted(words: string, script: 'super' | 'sub'): boolean {
  return scripted(words, script) !== words && !scripted(words, script).startsWith('^');
}

function root(element: XmlElement, line: Line): void {
  const degree = childOf(element, 'm:deg');
  if (degree && wordsIn(degree) !== '') {
    if (isPlain(degree) && isScripted(wordsIn(degree), 'super')) writeChildren(degree, line, 'super');
    else group(degree, line);
  }
  line.sign('√');
  part(element, 'm:e', line, true);
}

function delimited(element: XmlElement, line: Line): void {
  const open = property(element, 'm:dPr', 'm:begChr') ?? '(';
  line.sign(open);
  childrenOf(element, 'm:e').forEach((item, index) => {
    if (index > 0) line.sign(property(element, 'm:dPr', 'm:sepChr') ?? '|');
    writeChildren(item, line);
  });
  line.sign(property(element, 'm:dPr', 'm:endChr') ?? CLOSING[open] ?? ')');
}

function table(rows: readonly (readonly XmlElement[])[], line: Line): void {
  rows.forEach((cells, row) => {
    if (row > 0) line.sign('；');
    cells.forEach((cell, column) => {
      if (column > 0) line.sign('，');
      writeChildren(cell, line);
    });
  });
}

/** A part of an element, in brackets where it is more than one thing and has to be one. */
function part(element: XmlElement, name: string, line: Line, mustBeOne: boolean): void {
  const child = childOf(element, name);
  if (!child) return;
  if (mustBeOne) group(child, line);
  else writeChildren(child, line);
}

function group(element: XmlElement, line: Line): void {
  const words = wordsIn(element);
  const isOne =
    isBracketed(element) ||
    (SIMPLE.test(words) && isPlain(element)) ||
    (isPlain(element) && grouped(words) === words);
  if (!isOne) line.sign('(');
  writeChildren(element, line);
  if (!isOne) line.sign(')');
}

function isBracketed(element: XmlElement): boolean {
  const inside = elementsOf(element).filter(({ name }) => !name.endsWith('Pr'));
  return inside.length === 1 && (inside[0]?.name === 'm:d' || inside[0]?.name === 'm:rad');
}

/** Whether there are only runs inside. */
function isPlain(element: XmlElement): boolean {
  return elementsOf(element).every(({ name }) => name === 'm:r' || name === 'w:r' || name.endsWith('Pr'));
}

function wordsIn(element: XmlElement): string {
  if (element.name === 'm:t' || element.name === 'w:t') return element.text;
  return elementsOf(element).map(wordsIn).join('');
}

function property(element: XmlElement, properties: string, name: string): string | undefined {
  return childOf(childOf(element, properties), name)?.attributes['m:val'];
}
