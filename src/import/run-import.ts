import { readFile, stat } from 'node:fs/promises';
import { readContent, type Content } from '../source/read-content.ts';
import { importFile, type ImportOptions } from './import-file.ts';
import { LibraryFolder } from './library-folder.ts';
import type { UnitNames } from './metadata/units.ts';
import { filesIn } from './source-files.ts';
import { pageFoot, pageHead, pageOfFailure, pageOfFile } from './report-page.ts';
import { reportFailure, reportFile, reportTotal } from './report.ts';
import { importWorkbook, isWorkbook } from './tables/import-workbook.ts';
import { pageOfWorkbook } from './tables/report-workbook.ts';

/** What a run of the import command is asked to do. */
export interface ImportRun extends Omit<ImportOptions, 'units' | 'topics'> {
  /** Files, and folders of which every file is meant. */
  files: readonly string[];
  /** The folder whose units are matched. */
  contentDir: string;
  /** The folder that drafts are written to. */
  outDir: string;
  dryRun: boolean;
  /** Takes the report page piece by piece. */
  writePage?: (html: string) => Promise<void>;
  /** Told how far a run of many files is. */
  progress?: (done: number, all: number) => void;
  print: (text: string) => void;
}

const LARGEST_FILE = 50 * 1024 * 1024;

/** Imports files one after the other; a file that fails does not stop the rest. Returns how many drafts and failures there were. */
export async function runImport(
  run: ImportRun,
): Promise<{ written: number; present: number; failed: number }> {
  const content = await readContent(run.contentDir);
  const { items } = content;
  const [units, topics] = [unitNames(items.units), topicNames(items)];
  const library = await LibraryFolder.open(run.outDir, run.dryRun);
  const counts = { written: 0, present: 0, failed: 0 };
  const writePage = run.writePage ?? (() => Promise.resolve());
  await writePage(pageHead());
  const files = await filesIn(run.files);
  for (const [index, path] of files.entries()) {
    run.progress?.(index, files.length);
    try {
      if (isWorkbook(path)) {
        const { report, placed } = await importWorkbook(path, await readBytes(path), { ...run, content });
        for (const { outcome } of placed) counts[outcome === 'new' ? 'written' : 'present'] += 1;
        run.print(report);
        await writePage(pageOfWorkbook(report));
        continue;
      }
      const file = await importFile(path, await readBytes(path), {
        ...run,
        units,
        topics,
      });
      const placed = [];
      for (const { draft, originKey } of file.articles) placed.push(await library.place(draft, originKey));
      for (const { outcome } of placed) counts[outcome === 'new' ? 'written' : 'present'] += 1;
      run.print(reportFile(path, file, placed, run.dryRun));
      await writePage(pageOfFile(path, file, placed, run.dryRun));
    } catch (error) {
      counts.failed += 1;
      run.print(reportFailure(path, reasonOf(error)));
      await writePage(pageOfFailure(path, reasonOf(error)));
    }
  }
  await writePage(pageFoot(reportTotal(counts, run.dryRun)));
  run.print(reportTotal(counts, run.dryRun));
  return counts;
}

/** Every topic that the library uses or defines. */
function topicNames(items: Content['items']): string[] {
  const entries = [...items.texts, ...items.speeches, ...items.articles];
  return [
    ...new Set([
      ...items.topics.map(({ fields }) => fields.name),
      ...entries.flatMap(({ fields }) => fields.topics ?? []),
    ]),
  ];
}

function unitNames(units: Content['items']['units']): UnitNames[] {
  return units.map(({ id, fields }) => ({
    id,
    names: [fields.name, ...(fields.aliases ?? []).map((alias) => alias.name), fields.shortName].filter(
      (name) => name !== undefined,
    ),
  }));
}

async function readBytes(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > LARGEST_FILE) throw new Error(`文件有 ${Math.round(size / 1024 / 1024)} MB，超过 50 MB`);
  return readFile(path);
}

const SYSTEM_REASONS: Record<string, string> = {
  ENOENT: '找不到文件',
  EISDIR: '文件夹读不了',
  EACCES: '没有读写权限',
  EPERM: '没有读写权限',
  ENOSPC: '磁盘已满',
  ENAMETOOLONG: '文件名太长',
};

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code !== undefined) return SYSTEM_REASONS[code] ?? `读写出错（${code}）`;
  return error instanceof Error ? error.message : String(error);
}
