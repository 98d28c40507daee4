import { namesOfUnit } from '../domain/units.ts';
import { readContent, type Content } from '../source/read-content.ts';
import type { ImportOptions } from './import-file.ts';
import type { JobContext } from './import-job.ts';
import { Importer } from './importer.ts';
import { LibraryFolder, type Placed } from './library-folder.ts';
import type { UnitNames } from './metadata/units.ts';
import { reasonOf } from './reasons.ts';
import { sourcesIn, type Source } from './source-files.ts';
import { joinPage, pageFoot, pageHead, pageOfFailure } from './report-page.ts';
import { joinPieces, outcomesOf, reportFailure, reportTotal } from './report.ts';
import { placeTables } from './tables/import-workbook.ts';
import { standingTables } from './tables/new-files.ts';
import { pageOfWorkbook, reportWorkbook } from './tables/report-workbook.ts';
import { workbookContentOf } from './tables/workbook-content.ts';

/** What a run of the import command is asked to do. */
export interface ImportRun extends Omit<ImportOptions, 'units' | 'topics'> {
  /** Files, and folders with all their files. */
  files: readonly string[];
  /** The folder whose units are matched. */
  contentDir: string;
  /** The folder that drafts are written to. */
  outDir: string;
  dryRun: boolean;
  /** Whether a table that resembles an existing plan or ledger is written as another one. */
  another?: boolean;
  /** Takes the report page piece by piece. */
  writePage?: (html: string) => Promise<void>;
  /** Told how far a run of many files is. */
  progress?: (done: number, all: number) => void;
  print: (text: string) => void;
}

/** Imports files one after the other; a file that fails does not stop the rest. Returns how many drafts and failures there were. */
export async function runImport(
  run: ImportRun,
): Promise<{ written: number; present: number; failed: number }> {
  const content = await readContent(run.contentDir);
  const library = await LibraryFolder.open(run.outDir, run.dryRun);
  const importer = new Importer({
    ...(await groundOf(content, run.outDir)),
    rules: run.rules.map(({ name }) => name),
    withoutSteps: run.withoutSteps ?? [],
    kind: run.kind,
    encoding: run.encoding,
    another: run.another ?? false,
    wantsPage: run.writePage !== undefined,
  });
  const counts = { written: 0, present: 0, failed: 0 };
  const [refused, uncertain]: [{ path: string; reason: string }[], string[]] = [[], []];
  const writePage = run.writePage ?? (() => Promise.resolve());
  await writePage(pageHead());
  const sources = await sourcesIn(run.files);
  try {
    for (const [index, source] of sources.entries()) {
      run.progress?.(index, sources.length);
      const { placed, report, page, reason, open = [] } = await importOne(source, importer, library, run);
      for (const { outcome } of placed) counts[outcome === 'new' ? 'written' : 'present'] += 1;
      if (placed.length === 0) counts.failed += 1;
      if (reason !== undefined) refused.push({ path: source.path, reason });
      uncertain.push(...open);
      run.print(report);
      await writePage(page);
    }
  } finally {
    await importer.end();
  }
  const total = reportTotal({ ...counts, refused, uncertain }, run.dryRun);
  await writePage(pageFoot(total));
  run.print(total);
  return counts;
}

/** What files are held against: the names that a content folder knows, and the tables that stand where new ones go. */
export async function groundOf(
  content: Pick<Content, 'site' | 'items'>,
  outDir: string,
): Promise<Pick<JobContext, 'units' | 'topics' | 'content' | 'outDir' | 'standing'>> {
  return {
    units: unitNames(content.items.units),
    topics: topicNames(content.items),
    content: workbookContentOf(content),
    outDir,
    standing: await standingTables(outDir),
  };
}

/** Where a file's words went, and what is reported about it. A failed file wrote nothing. */
interface ImportedSource {
  placed: readonly { outcome: 'new' | 'present' }[];
  report: string;
  page: string;
  /** Why nothing was imported. */
  reason?: string;
  /** Names of the fields that are least certain, of all its articles. */
  open?: readonly string[];
}

async function importOne(
  { path, refusal }: Source,
  importer: Importer,
  library: LibraryFolder,
  { outDir, dryRun }: ImportRun,
): Promise<ImportedSource> {
  const refuse = (reason: string): ImportedSource => ({
    placed: [],
    report: reportFailure(path, reason),
    page: pageOfFailure(path, reason),
    reason,
  });
  if (refusal !== undefined) return refuse(refusal);
  try {
    const result = await importer.import(path);
    if ('refusal' in result) return refuse(result.refusal);
    if ('workbook' in result) {
      const placed = await placeTables(result.workbook.tables, outDir, dryRun);
      const report = reportWorkbook(path, result.workbook, placed, dryRun);
      return { placed, report, page: pageOfWorkbook(report) };
    }
    const placed: Placed[] = [];
    for (const { draft, originKey } of result.drafts) placed.push(await library.place(draft, originKey));
    const outcomes = outcomesOf(placed, dryRun);
    return {
      placed,
      report: joinPieces(result.report, outcomes),
      page: joinPage(result.page, outcomes),
      open: result.uncertain,
    };
  } catch (error) {
    return refuse(reasonOf(error));
  }
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
    names: namesOfUnit(fields),
  }));
}
