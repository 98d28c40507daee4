import { chineseNumber } from '../../domain/deadlines/chinese-number.ts';
import { attributeOf, childOf, childrenOf, valueOf, type XmlElement } from './xml.ts';

/** Counts the automatic numbers of a file, paragraph after paragraph, and gives each as it is shown. */
export type DocxNumbers = (number: { id: string; level: number }) => string | undefined;

const MOST_LEVELS = 9;

/** Reads `numbering.xml`. */
export function readNumbers(numbering: XmlElement | undefined): DocxNumbers {
  const abstracts = new Map(
    childrenOf(numbering, 'abstractNum').map((abstract) => [
      attributeOf(abstract, 'abstractNumId') ?? '',
      abstract,
    ]),
  );
  const abstractOf = new Map(
    childrenOf(numbering, 'num').map((num) => [
      attributeOf(num, 'numId') ?? '',
      valueOf(num, 'abstractNumId') ?? '',
    ]),
  );
  const counts = new Map<string, number[]>();
  return ({ id, level }) => {
    const key = abstractOf.get(id);
    const levels = childrenOf(abstracts.get(key ?? ''), 'lvl');
    const own = levels.find((one) => attributeOf(one, 'ilvl') === String(level));
    if (key === undefined || !own || valueOf(own, 'numFmt') === 'bullet') return undefined;
    const known = counts.get(key) ?? Array.from<number>({ length: MOST_LEVELS }).fill(-1);
    counts.set(key, known);
    const startOf = (at: number) => Number(valueOf(levels[at], 'start') ?? 1);
    known[level] = (known[level] ?? -1) < 0 ? startOf(level) : (known[level] ?? 0) + 1;
    known.fill(-1, level + 1);
    return (attributeOf(childOf(own, 'lvlText'), 'val') ?? '').replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const value = known[at] ?? -1;
      return written(value < 0 ? startOf(at) : value, valueOf(levels[at], 'numFmt'));
    });
  };
}

function written(value: number, format = 'decimal'): string {
  const isChinese = /chinese|japanese|ideograph|taiwanese/i.test(format);
  return isChinese && value >= 1 && value <= 999 ? chineseNumber(value) : String(value);
}
