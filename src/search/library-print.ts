import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Citable } from '../domain/citation.ts';
import { createNormalForm, SEPARATOR } from '../domain/search/normal-form.ts';
import type { SearchRecord } from '../domain/search/record.ts';
import {
  BREAK_CODE,
  codeOf,
  PRINT_FILE,
  writePrint,
  type LibrarySource,
} from '../domain/self-check/library-print.ts';
import { simplificationTable, tableToText } from './traditional.ts';

/** An entry of the library: what is searched, and what a citation names. */
export interface PrintedEntry {
  record: SearchRecord;
  citable: Citable;
}

const compress = promisify(gzip);

/** Writes the print of the library for the self-check of essays. Equal entries in equal order give equal bytes. */
export async function writeLibraryPrint(entries: readonly PrintedEntry[], outDir: string): Promise<void> {
  const table = simplificationTable();
  const normalise = createNormalForm(table);
  const codes: number[] = [];
  const sources = entries.map(({ record, citable }): LibrarySource => {
    const start = codes.length;
    for (const { text } of record.paragraphs) {
      for (const unit of normalise(text).units) codes.push(codeOf(unit, SEPARATOR));
      codes.push(BREAK_CODE);
    }
    const isNumbered = record.paragraphs.every(({ anchor }, index) => anchor === `p${index + 1}`);
    return {
      ...citable,
      address: record.address,
      size: codes.length - start,
      ...(isNumbered ? {} : { anchors: record.paragraphs.map(({ anchor }) => anchor) }),
    };
  });
  const file = path.join(outDir, PRINT_FILE);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(
    file,
    await compress(writePrint({ sources, traditional: tableToText(table), codes: Uint8Array.from(codes) }), {
      level: 9,
    }),
  );
}
