import type { Day } from '../../domain/day.ts';
import { DAY_WORDS, dayOf, MONTH_WORDS } from './days.ts';
import { officesIn } from './offices.ts';
import { personIn, type Person } from './people.ts';

/** Who signed a paper and when (落款), as far as its end says so. */
export interface Signature {
  offices: string[];
  person?: Person;
  day?: Day;
  /** The words of the day; of a month alone, where no day stands. */
  dayWords?: string;
  /** The signing lines as they stand. */
  words: string;
  /** Whether somebody signs, or a day stands alone at the end. */
  isSigned: boolean;
  /** Whether other signed days follow, as in attachments. */
  isFirstOfSeveral: boolean;
  /** Whether an attachment begins before it. */
  isAfterAttachments: boolean;
}

const WHOLE_DAY = new RegExp(`^[（(]?${DAY_WORDS}[）)]?$`, 'u');
const MONTH_ONLY = new RegExp(`^[（(]?${MONTH_WORDS}[）)]?$`, 'u');
const AFTER_NAMES = new RegExp(`^(?<names>.{2,80}?)[\\s\\u3000]*(?<day>${DAY_WORDS})$`, 'u');
const PRINTED = new RegExp(`(?<day>${DAY_WORDS})\\s*(?:印发|印制|印|打印|印刷|封发)[）)]?\\s*$`, 'u');
const LABEL_OF_DAY = /^(?:日\s*期|时\s*间|成文日期|落款日期|签署日期|签发日期|撰写日期|发文日期)\s*[:：]\s*/u;
/** Lines that may follow the day of a signature (GB/T 9704, 7.3.5 to 7.4). */
const TAIL =
  /^(?:附\s*件|附\s*[:：]|抄\s*送|抄\s*报|主\s*送|分\s*送|发\s*送|报\s*送|发\s*[:：]|主题词|[（(【[]|联系人|联系电话|联系方式|经办人|承办|校对|责任编辑|编辑|审核|打印|共印|印数|公开方式|信息公开|来源|此件|\S{0,30}印发$|扫一扫|相关)/u;
const ATTACHMENT = /^附\s*件\s*[\d一二三四五六七八九十]*\s*(?:[:：].*)?$/u;
/** A body whose seal stands for the issuer's, below the day. */
const SEALED_BY = /^[（(](?<name>[^（）()]+?)(?:代章|代)[）)]$/u;
const MOST_SIGNING_LINES = 12;
const LONGEST_NAMES = 90;

/** The signature of a paper, from the lines of its body without marks; that of the paper itself where attachments are signed too. */
export function readSignature(lines: readonly string[]): Signature | undefined {
  const found = lines.flatMap((line, index) => {
    const dated = datedLine(line);
    return dated === undefined ? [] : [signatureAt(lines, index, dated)];
  });
  const firstAttachment = firstAttachmentOf(lines);
  const candidates = found.filter(({ isSigned, index }) => isSigned || isEnd(lines, index));
  const best = candidates.find(({ isSigned }) => isSigned) ?? candidates.at(-1);
  if (best === undefined) return undatedSignature(lines, firstAttachment);
  const { index, ...signature } = best;
  const days = new Set(candidates.filter(({ isSigned }) => isSigned).map(({ day }) => day));
  return {
    ...signature,
    isFirstOfSeveral: days.size > 1,
    isAfterAttachments: firstAttachment >= 0 && firstAttachment < index,
  };
}

/** The day on which a paper was printed (…办公室 2024年3月8日印发), which is not its own. */
export function readPrinting(lines: readonly string[]): { day: Day; words: string } | undefined {
  for (const line of lines.slice(-MOST_SIGNING_LINES).reverse()) {
    const words = PRINTED.exec(line.trim())?.groups?.day;
    const day = words === undefined ? undefined : dayOf(words);
    if (day !== undefined) return { day, words: line.trim() };
  }
  return undefined;
}

interface Dated {
  names: string;
  words: string;
}

/** A line that is a day and perhaps who signs beside it; never the line of the printing. */
function datedLine(line: string): Dated | undefined {
  const words = line.trim().replace(LABEL_OF_DAY, '');
  if (words.length > LONGEST_NAMES || PRINTED.test(words)) return undefined;
  if (WHOLE_DAY.test(words) || MONTH_ONLY.test(words))
    return { names: '', words: words.replace(/[（()）]/gu, '') };
  const match = AFTER_NAMES.exec(words)?.groups;
  if (!match?.names || !match.day) return undefined;
  const names = match.names.trim().replace(/[:：]$/u, '');
  return signersIn(names) === undefined ? undefined : { names, words: match.day };
}

function signersIn(line: string): { offices: string[]; person?: Person } | undefined {
  const offices = officesIn(line);
  if (offices.length > 0) return { offices };
  const person = personIn(line);
  return person?.name === undefined && person?.role === undefined ? undefined : { offices: [], person };
}

type Found = Omit<Signature, 'isFirstOfSeveral' | 'isAfterAttachments'> & { index: number };

/** The signature whose day stands in a line: with the bodies and persons of the lines right above it. */
function signatureAt(lines: readonly string[], index: number, { names, words }: Dated): Found {
  const beside = names === '' ? undefined : signersIn(names);
  const above: { line: string; offices: string[]; person?: Person }[] = [];
  for (let at = index - 1; at >= Math.max(0, index - MOST_SIGNING_LINES); at -= 1) {
    const line = lines[at]?.trim() ?? '';
    const signers = signersIn(line.replace(LABEL_OF_DAY, ''));
    if (signers === undefined) break;
    above.unshift({ line, ...signers });
  }
  const sealed = SEALED_BY.exec(lines[index + 1]?.trim() ?? '')?.groups?.name ?? '';
  const below: (typeof above)[number] = { line: sealed, offices: officesIn(sealed) };
  const all = [
    ...above,
    ...(beside ? [{ line: names, ...beside }] : []),
    ...(below.offices.length > 0 ? [below] : []),
  ];
  const person = all.findLast((signer) => signer.person?.name !== undefined)?.person;
  const day = dayOf(words);
  return {
    index,
    offices: all.flatMap(({ offices }) => offices),
    ...(person === undefined ? {} : { person }),
    ...(day === undefined ? {} : { day }),
    dayWords: words,
    words: [...above.map(({ line }) => line), lines[index]?.trim() ?? ''].join(' '),
    isSigned: all.length > 0 && index - above.length > 0,
  };
}

/** Whether nothing but what follows a signature stands after a line. */
function isEnd(lines: readonly string[], index: number): boolean {
  return index > 0 && lines.slice(index + 1).every((line) => TAIL.test(line.trim()));
}

/** Where the first attachment itself begins; the list of attachments before the signature is none. */
function firstAttachmentOf(lines: readonly string[]): number {
  return lines.findIndex((line, index) => index > 0 && ATTACHMENT.test(line.trim()) && !/[:：]/u.test(line));
}

/** A paper that ends in the names of bodies, without a day. */
function undatedSignature(lines: readonly string[], firstAttachment: number): Signature | undefined {
  const own = firstAttachment < 0 ? lines : lines.slice(0, firstAttachment);
  let end = own.length;
  while (end > 1 && TAIL.test(own[end - 1]?.trim() ?? '')) end -= 1;
  let start = end;
  while (start > 1 && officesIn(own[start - 1] ?? '').length > 0) start -= 1;
  const signing = own.slice(start, end);
  if (signing.length === 0) return undefined;
  return {
    offices: signing.flatMap(officesIn),
    words: signing.join(' '),
    isSigned: true,
    isFirstOfSeveral: false,
    isAfterAttachments: false,
  };
}
