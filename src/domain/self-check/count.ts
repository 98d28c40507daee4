/** How long a text is. */
export interface Count {
  /** 字数, as word processors count it. */
  words: number;
  /** Han characters alone. */
  han: number;
  /** How many more Word is known to count. */
  moreInWord: number;
}

/**
 * Blocks of Unicode whose every character counts as one word: CJK radicals to Hangul (punctuation, kana and bopomofo among them), enclosed
 * numbers, compatibility and full-width forms, the supplementary ideographs.
 */
const ASIAN =
  /[\u1100-\u11FF\u2460-\u24FF\u2E80-\u2FFF\u3001-\uA4CF\uA960-\uA97F\uAC00-\uD7FF\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFFEF\u{20000}-\u{3FFFF}]/u;
/** White space, and the two dashes that LibreOffice takes for the end of a word. */
const GAP = /[\s\u2014\u2013]/u;
const HAN = /\p{Script=Han}/u;
/** Marks that Latin and Chinese text share. Word takes them for Chinese beside Chinese, and counts each. */
const SHARED = /[“”‘’—…·]/u;

/**
 * Counts a text as LibreOffice does (Tools, Word Count; measured on 7.4), which is Word's rule for Chinese, "Chinese characters and
 * non-Chinese words": every Chinese character and full-width mark is one; an unbroken run of anything else (Latin letters, digits,
 * half-width marks, emoji) is one; white space and dashes are none.
 *
 * Word is known to differ in marks that both scripts use: beside Chinese it counts every “ ” ‘ ’ — … · as one character, so that —— and
 * …… are two each; here a dash is none and a run of the others is one word. `moreInWord` is that difference.
 */
export function countText(paragraphs: readonly string[]): Count {
  const count: Count = { words: 0, han: 0, moreInWord: 0 };
  for (const text of paragraphs) {
    const characters = Array.from(text);
    const words = countWords(characters, (character) =>
      ASIAN.test(character) ? 'asian' : GAP.test(character) ? 'gap' : 'run',
    );
    count.words += words;
    count.moreInWord += countWords(characters, kindsInWord(characters)) - words;
    for (const character of characters) if (HAN.test(character)) count.han += 1;
  }
  return count;
}

type Kind = 'asian' | 'gap' | 'run';

function countWords(characters: readonly string[], kindOf: (character: string, at: number) => Kind): number {
  let words = 0;
  let isOpen = false;
  characters.forEach((character, at) => {
    const kind = kindOf(character, at);
    if (kind === 'asian' || (kind === 'run' && !isOpen)) words += 1;
    isOpen = kind === 'run';
  });
  return words;
}

function kindsInWord(characters: readonly string[]): (character: string, at: number) => Kind {
  const isChinese = characters.map((character) => ASIAN.test(character));
  spread(characters, isChinese, 1);
  spread(characters, isChinese, -1);
  return (character, at) => (isChinese[at] ? 'asian' : GAP.test(character) ? 'gap' : 'run');
}

/** A shared mark beside something Chinese is Chinese too, and so is the next one. */
function spread(characters: readonly string[], isChinese: boolean[], step: 1 | -1): void {
  const start = step === 1 ? 0 : characters.length - 1;
  for (let at = start; at >= 0 && at < characters.length; at += step) {
    if (isChinese[at - step] && SHARED.test(characters[at] ?? '')) isChinese[at] = true;
  }
}
