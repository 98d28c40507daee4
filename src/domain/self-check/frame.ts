import type { CheckedParagraph, CheckedText } from './checked-text.ts';
import { headingNumber } from './headings.ts';

/** Which paragraphs are the title and the signature; the others are the text itself. */
export interface Frame {
  title?: CheckedParagraph | undefined;
  signature?: CheckedParagraph | undefined;
  /** Everything that is neither of both, nor subtitle, salutation or date. */
  inner: CheckedParagraph[];
}

const LONGEST_TITLE = 50;
const LONGEST_SIGNATURE = 30;
/** Lines after the title, and at the end, among which a signature is looked for. */
const NEAR = 4;
const SENTENCE = /[。；，！？：:;,]$/u;
const DATE =
  /^[（(]?\s*(?:\d{4}|[〇零一二三四五六七八九]{4}|×{2,4})?\s*年?\s*[\d一二三四五六七八九十×]*\s*月\s*[\d一二三四五六七八九十×]*\s*日?\s*[）)]?$/u;
/** Placeholder words of a template. */
const PLACEHOLDER = /^(?:单位|姓名|职务|[\s　（）()])+$|^在这里写题目$/u;

/** Finds title and signature. A title is a first line without the end of a sentence; a signature a short one near the title or at the end. */
export function frameOf({ paragraphs }: Pick<CheckedText, 'paragraphs'>): Frame {
  const lines = paragraphs.filter(({ isInTable }) => !isInTable);
  const title = lines[0] && isTitle(lines[0]) ? lines[0] : undefined;
  const isBegun = title !== undefined || PLACEHOLDER.test(lines[0]?.text ?? '');
  const rest = isBegun ? lines.slice(1) : lines;
  const isShort = (line: CheckedParagraph) =>
    line.text.length <= LONGEST_SIGNATURE &&
    !SENTENCE.test(line.text) &&
    !/[，。；]/u.test(line.text) &&
    !headingNumber(line);
  const head = rest.slice(0, isBegun ? NEAR : 0);
  const opening = head.slice(
    0,
    firstIndex(head, (line) => !isShort(line)),
  );
  const closing = lastShort(rest.slice(opening.length).slice(-NEAR), isShort);
  const canSign = (line: CheckedParagraph) =>
    !DATE.test(line.text) && !PLACEHOLDER.test(line.text) && !isSubtitle(line);
  const signature = opening.filter(canSign).pop() ?? closing.find(canSign);
  const outer = new Set([title, ...opening, ...closing]);
  const inner = lines.filter(
    (line) => !outer.has(line) && !isSalutation(line) && !PLACEHOLDER.test(line.text),
  );
  return { title, signature, inner };
}

function isTitle(line: CheckedParagraph): boolean {
  return (
    line.text.length <= LONGEST_TITLE &&
    !/[。；，：]$/u.test(line.text) &&
    !headingNumber(line) &&
    !PLACEHOLDER.test(line.text) &&
    !DATE.test(line.text)
  );
}

function isSubtitle({ text }: CheckedParagraph): boolean {
  return /^(?:——|—|--)/u.test(text);
}

function isSalutation({ text }: CheckedParagraph): boolean {
  return text.length <= LONGEST_SIGNATURE && /[：:]$/u.test(text);
}

function firstIndex<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  const index = items.findIndex(test);
  return index < 0 ? items.length : index;
}

/** The short lines that stand together at the very end. */
function lastShort(
  lines: readonly CheckedParagraph[],
  isShort: (line: CheckedParagraph) => boolean,
): CheckedParagraph[] {
  const reversed = [...lines].reverse();
  return reversed
    .slice(
      0,
      firstIndex(reversed, (line) => !isShort(line)),
    )
    .reverse();
}
