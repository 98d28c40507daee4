/** The attributes of a page: of all its tags, and of the tag that has most. */
export interface AttributeCount {
  all: number;
  most: number;
}

/** A start tag's beginning, or a comment's. In the text of the named elements nothing is a tag. */
const OPENING = /<(?:!--|(?<rawText>script|style|textarea|title|xmp)(?=[\s/>])|[a-z])/gi;
/** An attribute and what may stand before it: HTML Living Standard, 13.2.5.32 to 13.2.5.39. */
const ATTRIBUTE = /[\s/]*(?<name>[^\s/>][^\s/>=]*)(?:\s*=\s*(?:"[^"]*"?|'[^']*'?|[^\s>"'][^\s>]*)?)?/y;
const TAG_NAME = /[^\s/>]*/y;

/** Counts attributes in one pass that keeps none of them, before a parser makes objects of them. Malformed markup counts rather too high than too low. */
export function countAttributes(page: string): AttributeCount {
  const count = { all: 0, most: 0 };
  OPENING.lastIndex = 0;
  for (let opening = OPENING.exec(page); opening; opening = OPENING.exec(page)) {
    if (opening[0] === '<!--') {
      OPENING.lastIndex = after(page, '-->', OPENING.lastIndex);
      continue;
    }
    const { attributes, end } = readTag(page, opening.index + 1);
    count.all += attributes;
    count.most = Math.max(count.most, attributes);
    const element = opening.groups?.rawText;
    OPENING.lastIndex = element ? endOfRawText(page, element, end) : end;
  }
  return count;
}

function readTag(page: string, from: number): { attributes: number; end: number } {
  TAG_NAME.lastIndex = from;
  TAG_NAME.test(page);
  ATTRIBUTE.lastIndex = TAG_NAME.lastIndex;
  let attributes = 0;
  let end = TAG_NAME.lastIndex;
  while (ATTRIBUTE.test(page)) {
    attributes += 1;
    end = ATTRIBUTE.lastIndex;
  }
  return { attributes, end };
}

function endOfRawText(page: string, element: string, from: number): number {
  const closing = new RegExp(`</${element}[\\s/>]`, 'gi');
  closing.lastIndex = from;
  return closing.test(page) ? closing.lastIndex : page.length;
}

function after(page: string, words: string, from: number): number {
  const at = page.indexOf(words, from);
  return at < 0 ? page.length : at + words.length;
}
