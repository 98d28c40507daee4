import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { BUNDLE_FOLDER } from '../../src/domain/search/bundle-page.ts';
import type { SearchRecord } from '../../src/domain/search/record.ts';

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function pageOf({ title, paragraphs }: SearchRecord): string {
  const body = paragraphs.map(({ text }) => `<p>${escape(text)}</p>`).join('');
  return `<html lang="zh-Hans"><body><main data-pagefind-body><h1>${escape(title)}</h1>${body}</main></body></html>`;
}

/** A page that offers Pagefind's own search to a script: ten results with their passages, as its interface would show. */
const PAGE = `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>stock</title>
<script type="module">
import * as pagefind from './pagefind/pagefind.js';
window.ask = async (text) => {
  const found = await pagefind.search(text);
  await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  return found.results.map(({ id }) => id);
};
</script></html>`;

/** Milliseconds that Pagefind is left to bring its last files to the disk. */
const TO_FLUSH = 1000;

/** Indexes the documents with Pagefind as it comes. */
export async function buildStock(records: readonly SearchRecord[], folder: string): Promise<void> {
  delete process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'];
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind made no index');
  for (const record of records) await index.addHTMLFile({ url: record.address, content: pageOf(record) });
  await index.writeFiles({ outputPath: path.join(folder, BUNDLE_FOLDER) });
  await setTimeout(TO_FLUSH);
  await close();
}

/** Adds a page that searches the bundle of a folder. Resolves to the entry of each of its result ids. */
export async function addStockPage(folder: string): Promise<Map<string, string>> {
  await writeFile(path.join(folder, 'index.html'), PAGE);
  const entries = new Map<string, string>();
  const fragments = path.join(folder, BUNDLE_FOLDER, 'fragment');
  for (const name of await readdir(fragments)) {
    const text = gunzipSync(await readFile(path.join(fragments, name))).toString();
    const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
    entries.set(name.replace('.pf_fragment', ''), url.replace(/^\/|\/$/g, ''));
  }
  return entries;
}
