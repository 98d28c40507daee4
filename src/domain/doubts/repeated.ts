import { doubledWords } from '../self-check/check-doubled.ts';
import { isInArticles } from './genre.ts';
import { cut, type DoubtFinder, type TextDoubt } from './doubt.ts';

/** A passage of so many characters is not said twice in a row by intent; a slogan is shorter. */
const LONG_PASSAGE = 36;
/** Every passage of that length holds a whole gram of the earlier text. */
const GRAM = LONG_PASSAGE / 2;
/** Nor is a clause of so many, twice in one sentence. */
const LONG_CLAUSE = 8;

/** Words written twice by mistake (的的), a clause twice in one sentence, a long passage twice in a paragraph or the next. Laws repeat their wording by intent. */
export const findRepeated: DoubtFinder = (paragraphs) => {
  const isLaw = isInArticles(paragraphs);
  return paragraphs.flatMap((text, index) =>
    [
      ...doubled(text),
      ...(isLaw ? [] : [...clauses(text), ...passages(text, paragraphs[index - 1], index)]),
    ].map((found): TextDoubt => ({ ...found, kind: '文字重复', paragraph: index + 1 })),
  );
};

type Found = Pick<TextDoubt, 'at' | 'words' | 'reason' | 'remedy'>;

const REMEDY = '对照原件核实是不是误重；原件如此的写进 settled';

function doubled(text: string): Found[] {
  return doubledWords(text).map(({ doubled: words, at }) => ({
    ...cut(text, at, words.length),
    reason: `“${words}”重复`,
    remedy: '对照原件核实；原件有误的写进 corrections',
  }));
}

function clauses(text: string): Found[] {
  const found: Found[] = [];
  let seen = new Set<string>();
  for (const { 0: part, index: at } of text.matchAll(/[^，。；：！？,;:!?]+|[。；！？;]/gu)) {
    if (/^[。；！？;]$/u.test(part)) seen = new Set();
    if (part.length < LONG_CLAUSE || part.length >= LONG_PASSAGE) continue;
    if (seen.has(part)) found.push({ at, words: part, reason: `“${part}”在一句里出现两次`, remedy: REMEDY });
    seen.add(part);
  }
  return found;
}

/** A passage of the paragraph, or of the one before it, that stands there again. Grams are laid over the earlier text at even distances. */
function passages(text: string, before: string | undefined, index: number): Found[] {
  const found: Found[] = [];
  const earlier = `${before ?? ''}\n${text}`;
  const offset = earlier.length - text.length;
  const places = new Map<string, number>();
  for (let at = 0; at + GRAM <= earlier.length; at += GRAM) places.set(earlier.slice(at, at + GRAM), at);
  for (let at = 0; at + GRAM <= text.length; at += 1) {
    const place = places.get(text.slice(at, at + GRAM));
    if (place === undefined || place >= offset + at) continue;
    const start = at - equalBefore(earlier, place, text, at);
    const length = at - start + equalLength(earlier, place, text, at);
    const words = text.slice(start, start + length);
    at += GRAM;
    if (length < LONG_PASSAGE || /《/u.test(words)) continue;
    const where = place < offset ? `第 ${index} 段` : '本段前面';
    found.push({
      at: start,
      words,
      reason: `“${words.slice(0, 16)}…”等 ${length} 个字已见${where}`,
      remedy: REMEDY,
    });
    at = start + length;
  }
  return found;
}

function equalBefore(one: string, oneAt: number, other: string, otherAt: number): number {
  let length = 0;
  while (otherAt > length && oneAt > length && one[oneAt - length - 1] === other[otherAt - length - 1])
    length += 1;
  return length;
}

function equalLength(one: string, oneAt: number, other: string, otherAt: number): number {
  let length = 0;
  while (otherAt + length < other.length && one[oneAt + length] === other[otherAt + length]) length += 1;
  return length;
}
