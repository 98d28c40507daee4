import { codeOf, BREAK_CODE } from '../domain/self-check/library-fingerprint.ts';
import { SEPARATOR } from '../domain/search/normal-form.ts';
import type { SearchRecord } from '../domain/search/record.ts';
import type { DocumentWords } from './document-words.ts';

/** All that index and fingerprint hold of a document, besides its words. */
export interface DocumentCard {
  /** Units in the title. */
  titleLength: number;
  /** The place of each part of the text, and a digest of the file that holds it. */
  parts: { place: number; digest: string }[];
  /** A place behind the last paragraph. */
  end: number;
  characters: number;
  /** The text as the library's fingerprint has it, one byte a unit. */
  codes: Uint8Array;
  /** Anchors of its paragraphs, where they are not p1, p2 and so on. */
  anchors?: string[];
}

/** The card of a document. `digests` are those of the files of its parts, in their order. */
export function cardOf(
  { paragraphs }: SearchRecord,
  { title, rows, parts, end }: DocumentWords,
  digests: readonly string[],
): DocumentCard {
  const anchors = unusualAnchors(paragraphs);
  return {
    titleLength: title.units.length,
    parts: parts.map(({ place }, index) => ({ place, digest: digests[index]! })),
    end,
    characters: paragraphs.reduce((sum, { text }) => sum + text.length, 0),
    codes: codesOf(rows.map(({ units }) => units)),
    ...(anchors && { anchors }),
  };
}

/** The anchors of paragraphs, unless they are p1, p2 and so on. */
export function unusualAnchors(paragraphs: SearchRecord['paragraphs']): string[] | undefined {
  const isUsual = paragraphs.every(({ anchor }, index) => anchor === `p${index + 1}`);
  return isUsual ? undefined : paragraphs.map(({ anchor }) => anchor);
}

function codesOf(rows: readonly (readonly string[])[]): Uint8Array {
  const codes = new Uint8Array(rows.reduce((sum, units) => sum + units.length + 1, 0));
  let at = 0;
  for (const units of rows) {
    for (const unit of units) codes[at++] = codeOf(unit, SEPARATOR);
    codes[at++] = BREAK_CODE;
  }
  return codes;
}
