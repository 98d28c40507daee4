import { IMPORT_BUDGET } from '../domain/budgets.ts';
import { UnreadableFile } from '../domain/decode.ts';
import { readPlainFile } from '../source/plain-file.ts';
import type { NewDraft } from './draft.ts';
import { importFile, type ImportOptions } from './import-file.ts';
import { PLAIN_TROUBLES, reasonOf } from './reasons.ts';
import { pagePieces } from './report-page.ts';
import { fileCard, type FileCard } from './file-card.ts';
import { reportPieces, uncertainFields } from './report.ts';
import { RULES } from './rules/all-rules.ts';
import { importWorkbook, type ReadWorkbook } from './tables/import-workbook.ts';
import { isTableFile } from './tables/read-sheets.ts';
import type { WorkbookContent } from './tables/workbook-content.ts';

/** What all files of a run are imported with; plain data, so that another process may be told it. */
export interface JobContext extends Omit<ImportOptions, 'rules'> {
  /** Names of the rules that are applied, as in `RULES`. */
  rules: readonly string[];
  content: WorkbookContent;
  outDir: string;
  /** Whether a table that resembles an existing plan or ledger is written as another one. */
  another: boolean;
  /** Plans, ledgers and receipts that were there before this run: `plans/name.yaml`. */
  standing: readonly string[];
  /** Whether a page is wanted besides the report. */
  wantsPage: boolean;
  /** Whether the file is wanted as data, for a person to decide on. */
  wantsCard?: boolean;
}

/** What became of one file, as plain data; nothing is written yet. Reports come as `reportPieces` gives them. */
export type JobResult =
  | {
      drafts: { draft: NewDraft; originKey: string }[];
      report: string[];
      page: string[];
      /** Names of the fields that are least certain, of all articles. */
      uncertain: string[];
      card?: FileCard;
    }
  | { workbook: ReadWorkbook }
  | { refusal: string };

/** Reads a file and makes the files to be written. Never throws: a failure comes back as a sentence. */
export async function importJob(path: string, context: JobContext): Promise<JobResult> {
  try {
    const bytes = await bytesOf(path);
    if (isTableFile(path)) return { workbook: await importWorkbook(path, bytes, context) };
    const file = await importFile(path, bytes, {
      ...context,
      rules: RULES.filter(({ name }) => context.rules.includes(name)),
    });
    return {
      drafts: file.articles.map(({ draft: { kind, title, text, original }, originKey }) => ({
        draft: { kind, title, text, original },
        originKey,
      })),
      report: reportPieces(path, file),
      uncertain: file.articles.flatMap(uncertainFields),
      page: context.wantsPage ? pagePieces(path, file) : [],
      ...(context.wantsCard ? { card: fileCard(file) } : {}),
    };
  } catch (error) {
    return { refusal: reasonOf(error) };
  }
}

async function bytesOf(path: string): Promise<Buffer> {
  const { bytes, trouble } = await readPlainFile(path, IMPORT_BUDGET.fileBytes);
  if (!bytes) throw new UnreadableFile(PLAIN_TROUBLES[trouble]);
  return bytes;
}
