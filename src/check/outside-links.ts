import type { SourcePosition } from '../source/fault.ts';

/** A link to another site and everywhere that it stands. */
export interface OutsideLink {
  url: string;
  places: SourcePosition[];
}

/** Addresses whose end is plain: in `<…>`, as the target of a Markdown link, as the value of a field. */
const ENCLOSED = [
  /(?<=<)https?:\/\/[^\s<>]+(?=>)/,
  /(?<=\]\(<?)https?:\/\/(?:[^\s()<>]|\([^\s()]*\))+/,
  /(?<=^\s*(?:- )?\w+: ["']?)https?:\/\/[^\s"']+/,
];
/** An address in running Chinese text, which may go on right behind it. */
const BARE = /\bhttps?:\/\/[^\s<>"'`|\\^{}()（），。；：！？、“”‘’《》〈〉【】「」…\u4e00-\u9fff]+/;
const ADDRESS = new RegExp([...ENCLOSED, BARE].map(({ source }) => source).join('|'), 'g');
/** Signs that end a sentence, not an address. */
const BEHIND = /[.,;:!?*_~[\]]+$/;

/**
 * Every address of another site in the files of a content folder, each once, in the order in which they first stand; without the part
 * behind `#`, which no server is asked for. Addresses of `ownOrigin` are left out: the build follows those.
 */
export function outsideLinks(files: ReadonlyMap<string, string>, ownOrigin: string): OutsideLink[] {
  const found = new Map<string, OutsideLink>();
  for (const [file, text] of files) {
    text.split('\n').forEach((line, index) => {
      for (const { 0: match, index: at } of line.matchAll(ADDRESS)) {
        const url = addressOf(match);
        if (url === undefined || new URL(url).origin === ownOrigin) continue;
        const link = found.get(url) ?? { url, places: [] };
        link.places.push({ file, line: index + 1, column: at + 1 });
        found.set(url, link);
      }
    });
  }
  return [...found.values()];
}

function addressOf(match: string): string | undefined {
  const words = match.replace(BEHIND, '').replace(/#.*$/, '');
  return URL.canParse(words) ? new URL(words).href : undefined;
}
