import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Day } from '../domain/day.ts';
import { HIDEABLE, type Shownness } from '../domain/visibility.ts';
import { ownName } from '../build-cache/own-name.ts';
import { referencesTo, type Reference } from '../site/references.ts';
import { formatFault } from '../source/fault.ts';
import { isNear } from '../source/near-names.ts';
import type { Content, Item } from '../source/read-content.ts';
import { marked, unmarked, type Mark } from './mark.ts';

/** Thrown where nothing was changed; the message says in Chinese why, and what to do instead. */
export class WithdrawError extends Error {
  override name = 'WithdrawError';
}

/** An item that may be withdrawn, and everything in the content that names it. */
export interface Candidate {
  key: string;
  file: string;
  title: string;
  shownness: Shownness;
  references: Reference[];
}

/**
 * Finds the item that a person names: `texts/three-lists`, its file as `content/texts/three-lists.md`, or its address below the site with a place on the
 * page. Throws WithdrawError where there is none.
 */
export function candidateOf(named: string, content: Content): Candidate {
  const [unread] = content.isUnread ? content.faults : [];
  if (unread) throw new WithdrawError(formatFault(unread));
  const key = keyIn(named);
  const [collection, id, ...more] = key.split('/');
  const kind = HIDEABLE.find((name) => name === collection);
  if (!kind || !id || more.length > 0)
    throw new WithdrawError(`“${named}”不能撤下 — 写成 种类/文件名，种类是 ${HIDEABLE.join('、')}`);
  const items: readonly Item[] = content.items[kind];
  const item = items.find((each) => each.id === id);
  if (!item) throw new WithdrawError(whyNotFound(key, items, content));
  const { title, name, ...shownness } = item.fields as Shownness & { title?: string; name?: string };
  return {
    key,
    file: item.file,
    title: title ?? name ?? id,
    shownness,
    references: referencesTo(new Set([key]), content),
  };
}

function keyIn(named: string): string {
  return named
    .replaceAll('\\', '/')
    .trim()
    .replace(/#.*$/s, '')
    .replace(/^(?:\.?\/)?(?:content\/)?/, '')
    .replace(/\.(?:mdx?|ya?ml)$/, '')
    .replace(/\/$/, '');
}

function whyNotFound(key: string, items: readonly Item[], { faulty }: Content): string {
  const [collection, id = ''] = key.split('/');
  if (faulty.some((file) => file.collection === collection && file.id === id))
    return `${key} 的文件有错误 — 先运行 npm run check，改好再撤下`;
  const near = items.filter((item) => isNear(item.id, id)).map((item) => `${collection}/${item.id}`);
  return `没有 ${key} — ${near.length > 0 ? `是不是 ${near.join('、')}` : `看看 ${collection}/ 里的文件名`}`;
}

/** Marks an item as withdrawn. Throws WithdrawError where its file cannot take the mark, and file-system errors. */
export async function withdraw(contentDir: string, { file }: Candidate, mark: Mark): Promise<void> {
  const byHand = `在 ${file} 的字段里加一行 withdrawn: { on: ${mark.on} }`;
  await change(
    join(contentDir, file),
    (text) => marked(text, mark),
    `${file} 的字段写法特别，没有改动 — ${byHand}`,
  );
}

/** Removes the mark. Throws WithdrawError where it cannot be separated from the rest, and file-system errors. */
export async function putBack(contentDir: string, { file }: Candidate): Promise<void> {
  const trouble = `${file} 的字段写法特别，没有改动 — 在文件里删去 withdrawn 这一项`;
  await change(join(contentDir, file), unmarked, trouble);
}

/** Changes a file, whole or not at all. */
async function change(
  file: string,
  how: (text: string) => string | undefined,
  trouble: string,
): Promise<void> {
  const path = await realpath(file);
  const bytes = await readFile(path);
  const text = bytes.toString('utf8');
  const changed = Buffer.from(text).equals(bytes) ? how(text) : undefined;
  if (changed === undefined) throw new WithdrawError(trouble);
  const { mode } = await stat(path);
  const beside = join(dirname(path), `.${ownName('withdraw')}`);
  try {
    await writeFile(beside, changed, { mode, flag: 'wx' });
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}

/** The mark of a withdrawal on a day. Throws WithdrawError where the reason is no line of words. */
export function markOf(on: Day, reason: string | undefined): Mark {
  const words = reason?.trim();
  if (words !== undefined && (words === '' || /\p{C}/u.test(words)))
    throw new WithdrawError('--reason 后面要写一句话，不换行');
  return { on, reason: words };
}
