import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Citable } from '../domain/citation.ts';
import type { SearchRecord } from '../domain/search/record.ts';
import {
  FINGERPRINT_FILE,
  writeFingerprint,
  type LibrarySource,
} from '../domain/self-check/library-fingerprint.ts';
import type { DocumentCard } from './document-card.ts';
import { simplificationTable, tableToText } from './traditional.ts';

/** An entry of the library: what is searched, and what a citation names. */
export interface LibraryRecord {
  record: SearchRecord;
  citable: Citable;
}

const compress = promisify(gzip);

/** Writes the fingerprint of the library for the self-check of essays. Equal entries and cards in equal order give equal bytes. */
export async function writeLibraryFingerprint(
  entries: readonly LibraryRecord[],
  cards: ReadonlyMap<string, DocumentCard>,
  outDir: string,
): Promise<void> {
  const printed = entries.map(({ record, citable }) => {
    const { codes, anchors } = cards.get(record.entry)!;
    const source = { ...citable, address: record.address, size: codes.length, ...(anchors && { anchors }) };
    return { codes, source: source satisfies LibrarySource };
  });
  const print = writeFingerprint({
    sources: printed.map(({ source }) => source),
    traditional: tableToText(simplificationTable()),
    codes: Buffer.concat(printed.map(({ codes }) => codes)),
  });
  const file = path.join(outDir, FINGERPRINT_FILE);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, await compress(print, { level: 9 }));
}
