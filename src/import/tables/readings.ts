/** An entry of the library as readings are matched to it. */
export interface KnownEntry {
  /** `texts/outline` */
  key: string;
  title: string;
}

/** The readings that words name, and the words that name none. */
export interface FoundReadings {
  readings: string[];
  /** Words to be kept in the note. */
  rest: string[];
  doubts: string[];
}

const SHORTEST_PART = 5;
/** The number of the next title in a list that stands in one line. */
const NUMBER_AT_END = /[\s、，；;]*(?:\d+[.、．]|[（(]\d+[）)]|[一二三四五六七八九十]+、)\s*$/u;
/** Words before a title that say nothing but that it is to be read. */
const FILLING = /^(?:学习|研读|阅读|重点学习|重点研读|原文学习|自学|领学|传达|传达学习|集中学习)$/u;

/** Matches the words of a cell to entries: 《题名》 with 第23段 behind it, a title without its marks, or an entry's key. */
export function findReadings(words: string, entries: readonly KnownEntry[]): FoundReadings {
  const found: FoundReadings = { readings: [], rest: [], doubts: [] };
  for (const line of withWholeTitles(words).split('\n')) {
    const pieces = titlesIn(line);
    for (const { title, behind, isMarked } of pieces) takePiece(title, behind, isMarked, entries, found);
  }
  found.readings = [...new Set(found.readings)];
  return found;
}

function takePiece(
  title: string,
  behind: string,
  isMarked: boolean,
  entries: readonly KnownEntry[],
  found: FoundReadings,
): void {
  if (!isMarked) {
    const entry =
      entries.find(({ key }) => key === title.split('#')[0]) ??
      only(entries.filter((each) => isSame(each.title, title)));
    if (!entry && !FILLING.test(title)) {
      found.rest.push(title);
      found.doubts.push(`“${title.slice(0, 30)}”没有对上库中条目`);
    }
    if (!entry) return;
    found.readings.push(entry.key === title.split('#')[0] ? title : entry.key);
    return;
  }
  const [, key] = /^（([a-z]+\/[a-z0-9-]+)）/u.exec(behind) ?? [];
  const exact = entries.filter((entry) =>
    key === undefined ? isSame(entry.title, title) : entry.key === key,
  );
  const alike = exact.length > 0 ? exact : entries.filter((entry) => isPart(entry.title, title));
  const entry = only(alike);
  const after = key === undefined ? behind : behind.slice(key.length + 2);
  if (!entry) {
    const why =
      alike.length > 1
        ? `库中有 ${alike.length} 篇与《${title}》题名相同或相近，没有选定`
        : `库中没有《${title}》`;
    found.doubts.push(why);
    found.rest.push(`《${title}》${behind}`);
    return;
  }
  if (exact.length === 0) {
    found.doubts.push(`《${title}》按相近的题名取作《${entry.title}》（${entry.key}）`);
    found.rest.push(`《${title}》`);
  }
  const [paragraph, number] = /^第(\d+)段/u.exec(after) ?? [];
  found.readings.push(number === undefined ? entry.key : `${entry.key}#p${number}`);
  const more = after.slice(paragraph?.length ?? 0).replace(/^[\s、，,；;。]+|[\s、，,；;]+$/gu, '');
  if (more !== '') found.rest.push(`《${title}》${more}`);
}

/** Without the line breaks inside 《》, which only a narrow column has made. */
function withWholeTitles(words: string): string {
  let depth = 0;
  return [...words]
    .filter((character) => {
      if (character === '《') depth += 1;
      if (character === '》') depth = Math.max(0, depth - 1);
      return character !== '\n' || depth === 0;
    })
    .join('');
}

/** Pieces of a line: titles between 《》, which may hold others, with the words behind each; else the line itself without its number. */
function titlesIn(line: string): { title: string; behind: string; isMarked: boolean }[] {
  const pieces: { title: string; behind: string; isMarked: boolean }[] = [];
  let [depth, from, before] = [0, 0, 0];
  const addBetween = (words: string) => {
    const last = pieces.at(-1);
    if (last) last.behind = words.replace(NUMBER_AT_END, '');
    else {
      const plain = words
        .replace(/^\s*(?:\d+[.、．]|[一二三四五六七八九十]+、|[（(]\d+[）)])/u, '')
        .replace(/^[\s、，,；;：:]+|[\s、，,；;。]+$/gu, '');
      if (plain !== '') pieces.push({ title: plain, behind: '', isMarked: false });
    }
  };
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '《') {
      if (depth === 0) {
        addBetween(line.slice(before, at));
        from = at + 1;
      }
      depth += 1;
    } else if (line[at] === '》' && depth > 0) {
      depth -= 1;
      if (depth === 0) {
        pieces.push({ title: line.slice(from, at), behind: '', isMarked: true });
        before = at + 1;
      }
    }
  }
  addBetween(depth > 0 ? line.slice(from - 1) : line.slice(before));
  return pieces.map((piece) => ({ ...piece, behind: piece.behind.trim() }));
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function isSame(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function isPart(title: string, words: string): boolean {
  const [a, b] = [plain(title), plain(words)];
  return Math.min(a.length, b.length) >= SHORTEST_PART && (a.includes(b) || b.includes(a));
}

/** Titles are compared by their letters and figures alone. */
function plain(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
