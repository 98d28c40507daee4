import { COLLECTIONS } from '../schemas/collections.ts';
import { listFiles } from '../source/content-files.ts';
import type { SourcePosition } from '../source/fault.ts';
import { readTextFile } from '../source/read-text-file.ts';
import { askLinks, type Manners } from './ask-links.ts';
import { outsideLinks } from './outside-links.ts';

/** A link to another site that was not found to be there. */
export interface DoubtfulLink extends SourcePosition {
  url: string;
  /** `gone`: the server says so, or there is none. `unsure`: nobody can tell from here. */
  kind: 'gone' | 'unsure';
  reason: string;
}

/** What asking for all links to other sites came to. */
export interface LinkReport {
  /** Without a network nothing was found out. */
  hasNetwork: boolean;
  /** How many addresses there are, each counted once. */
  asked: number;
  answers: DoubtfulLink[];
}

const WORDS = /\.(?:mdx?|yaml|csv)$/;

/** Asks for every address of another site in a content folder. Never throws for what a network does. */
export async function checkOutsideLinks(
  contentDir: string,
  ownOrigin: string,
  manners?: Manners,
): Promise<LinkReport> {
  const folders = await Promise.all(Object.keys(COLLECTIONS).map((folder) => listFiles(contentDir, folder)));
  const texts = new Map<string, string>();
  for (const file of ['site.yaml', ...folders.flat().filter((path) => WORDS.test(path))]) {
    texts.set(file, (await readTextFile(contentDir, file)).text ?? '');
  }
  const links = outsideLinks(texts, ownOrigin);
  const answers = await askLinks(
    links.map(({ url }) => url),
    manners,
  );
  const doubtful = links.flatMap(({ url, places }) => {
    const answer = answers?.get(url);
    if (answer === undefined || answer.kind === 'there') return [];
    const { kind, reason } = answer;
    return places.map((place) => ({ ...place, url, kind, reason }));
  });
  return { hasNetwork: answers !== undefined, asked: links.length, answers: doubtful };
}

/** The report for people, a line for each place. */
export function linkLines({ hasNetwork, asked, answers }: LinkReport): string[] {
  if (!hasNetwork) return [`没有网络，${asked} 个外部链接都没有检查。`];
  const lines = (kind: DoubtfulLink['kind'], remedy: string) =>
    answers
      .filter((answer) => answer.kind === kind)
      .map(
        ({ file, line, column, url, reason }) =>
          `${file}:${line}:${column} 外部链接 ${url}：${reason} — ${remedy}`,
      );
  return [
    ...lines('gone', '改成现在的地址，或删去这个链接'),
    ...lines('unsure', '在浏览器里打开看看'),
    `外部链接共 ${asked} 个，失效的 ${count(answers, 'gone')} 个，说不准的 ${count(answers, 'unsure')} 个。`,
  ];
}

function count(answers: readonly DoubtfulLink[], kind: DoubtfulLink['kind']): number {
  return new Set(answers.filter((answer) => answer.kind === kind).map(({ url }) => url)).size;
}
