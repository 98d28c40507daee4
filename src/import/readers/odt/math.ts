import { grouped } from '../fields/eq.ts';
import { scripted, type Script } from '../signs/scripts.ts';
import { elementsOf, isElement, wordsOf, type XmlElement } from '../xml.ts';

/** Where the pieces of a formula go. */
export interface MathWriter {
  words(words: string, script: Script | undefined): void;
  sign(words: string): void;
  /** Words that say the formula a second time, in some other notation. */
  copy(words: string): void;
}

/** Writes a formula (MathML 3) in one line, its words in the order of the file: 3/7, m², √(a+b). */
export function writeMathMl(element: XmlElement, writer: MathWriter): void {
  write(element, writer, undefined);
}

function write(element: XmlElement, writer: MathWriter, script: Script | undefined): void {
  const parts = elementsOf(element);
  const [first, second, third] = parts;
  switch (nameOf(element)) {
    case 'annotation':
    case 'annotation-xml':
      return writer.copy(textIn(element));
    case 'mfrac':
      group(first, writer);
      writer.sign('/');
      return group(second, writer);
    case 'msqrt':
      writer.sign('√');
      return groupAll(element, writer);
    case 'mroot':
      group(first, writer);
      writer.sign('^(1/');
      group(second, writer);
      return writer.sign(')');
    case 'msup':
    case 'mover':
      group(first, writer);
      return raised(second, 'super', writer);
    case 'msub':
    case 'munder':
      group(first, writer);
      return raised(second, 'sub', writer);
    case 'msubsup':
    case 'munderover':
      group(first, writer);
      raised(second, 'sub', writer);
      return raised(third, 'super', writer);
    case 'mfenced':
      writer.sign(element.attributes.open ?? '(');
      inside(element, writer, script);
      return writer.sign(element.attributes.close ?? ')');
    case 'mtr':
      inside(element, writer, script);
      return writer.sign('；');
    default:
      return inside(element, writer, script);
  }
}

function inside(element: XmlElement, writer: MathWriter, script: Script | undefined): void {
  for (const child of element.children) {
    const words = wordsOf(child)?.trim();
    if (words) writer.words(words, script);
    else if (isElement(child)) write(child, writer, script);
  }
}

function raised(element: XmlElement | undefined, script: Script, writer: MathWriter): void {
  const words = element ? textIn(element).trim() : '';
  if (!element || words === '') return;
  const shown = scripted(words, script);
  if (shown !== words && !shown.startsWith('^')) return write(element, writer, script);
  writer.sign(script === 'super' ? '^' : '_');
  group(element, writer);
}

function group(element: XmlElement | undefined, writer: MathWriter): void {
  if (!element) return;
  const words = textIn(element).trim();
  const isOne = grouped(words) === words;
  if (!isOne) writer.sign('(');
  write(element, writer, undefined);
  if (!isOne) writer.sign(')');
}

function groupAll(element: XmlElement, writer: MathWriter): void {
  const words = textIn(element).trim();
  const isOne = grouped(words) === words;
  if (!isOne) writer.sign('(');
  inside(element, writer, undefined);
  if (!isOne) writer.sign(')');
}

function textIn(element: XmlElement): string {
  return element.text;
}

/** A name without its prefix: formulas of their own have none. */
function nameOf({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}
