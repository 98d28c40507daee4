import { createHash } from 'node:crypto';
import { extname, basename } from 'node:path';
import type { LibraryKind } from '../schemas/collections.ts';
import { IMPORT_BUDGET } from '../domain/budgets.ts';
import { COLLECTIONS } from '../schemas/collections.ts';
import { formatFault } from '../source/fault.ts';
import { splitFrontMatter } from '../source/front-matter.ts';
import { validate } from '../source/validate.ts';
import { parseYaml } from '../source/yaml.ts';
import { forbiddenIn, forbiddenWords, withoutForbidden } from '../domain/characters.ts';
import { UnreadableFile } from '../domain/decode.ts';
import { readArticle, type Article } from './article.ts';
import { cleanUp, removedBy, type RuleRun } from './clean-up.ts';
import { account, type Ledger } from './conservation.ts';
import { shiftOffset } from './edits.ts';
import { ImportFailure } from './import-failure.ts';
import { factsIn } from './readers/facts.ts';
import { readSource } from './readers/read-source.ts';
import type { Look, Reading } from './readers/reading.ts';
import { makeDraft, type Draft } from './draft.ts';
import { withoutMarks } from './marks.ts';
import type { UnitNames } from './metadata/units.ts';
import type { StepName } from './rules/all-rules.ts';
import { forbiddenCharacters } from './rules/forbidden-characters.ts';
import type { Rule, SourceFormat } from './rules/rule.ts';
import { simplify } from './rules/simplify.ts';
import { splitArticles, type Slice } from './split-articles.ts';
import { refuseExcess } from './text-budget.ts';

export { ImportFailure } from './import-failure.ts';

/** What an import gets besides the file. */
export interface ImportOptions {
  rules: readonly Rule[];
  /** Steps that are not taken. */
  withoutSteps?: readonly StepName[];
  units: readonly UnitNames[];
  /** The library's own topics, some of which may be proposed. */
  topics: readonly string[];
  kind?: LibraryKind | undefined;
  encoding?: string | undefined;
}

/** One article of a file, read and made into a draft. */
export interface ImportedArticle {
  article: Article;
  draft: Draft;
  /** Why the file was cut before this article; absent for the first. */
  splitEvidence: string | undefined;
  /** `digest/part`, which tells whether this very article was imported before. */
  originKey: string;
}

/** A file that was read, with the account of its characters. */
export interface ImportedFile {
  reading: Reading;
  runs: RuleRun[];
  articles: ImportedArticle[];
  ledger: Ledger;
}

/** Turns a file's bytes into drafts; nothing is written. Throws UnreadableFile, EditMismatch or ImportFailure. */
export async function importFile(
  path: string,
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<ImportedFile> {
  const reading = await readSource(extname(path).toLowerCase(), bytes, options.encoding);
  const { form } = reading;
  refuseExcess(reading.text);
  refuseWhatIsNoProse(reading.text, form);
  if (reading.unexplained.length > 0)
    throw new ImportFailure(`读出的文字与文件对不上，未写入：${reading.unexplained.join('；')}`);
  const { text, runs } = cleanUp(reading.text, [forbiddenCharacters, ...options.rules], form);
  const isOff = (step: StepName) => options.withoutSteps?.includes(step) === true;
  const slices: Slice[] = form === 'markdown' || isOff('split-articles') ? [{ text }] : splitArticles(text);
  if (slices.length > IMPORT_BUDGET.articles)
    throw new ImportFailure(
      `像是 ${slices.length} 篇文章合在一起，超过 ${IMPORT_BUDGET.articles} 篇；请拆成几份再导入，确是一篇的用 --without split-articles`,
    );
  const isConverted = runs.some(({ rule }) => rule === simplify.name);
  const looks = looksAfter(reading.looks, runs);
  let start = 0;
  const digest = createHash('sha256').update(bytes).digest('hex');
  const furniture = [...removedBy(runs, 'web-furniture'), ...removedBy(runs, 'contact-lines')];
  const facts = new Map(
    [...factsIn(furniture), ...reading.facts].map(([name, value]) => [name, withoutForbidden(value)]),
  );
  const fileName = withoutForbidden(basename(path));
  const articles = slices.map((slice, index) => {
    const [from, until] = [start, start + slice.text.length];
    start = until;
    const article = readArticle({
      slice: slice.text,
      looks: looks
        .filter(({ at }) => at >= from && at < until)
        .map((look) => ({ ...look, at: look.at - from })),
      facts: index === 0 ? facts : new Map(),
      sourceText: text,
      furniture,
      fileName: fileName.slice(0, fileName.length - extname(fileName).length),
      units: options.units,
      topics: options.topics,
      kind: options.kind,
    });
    if (article.lines.length === 0)
      throw new ImportFailure('整理后没有正文，未写入；可用 --without 停用有关规则后再试');
    const origin = { fileName, digest, part: index + 1, parts: slices.length };
    const draft = makeDraft(
      article,
      origin,
      runs.map((run) => run.title),
      isOff('heading-levels') ? { form, hasHeadings: false } : { form, hasHeadings: true },
    );
    refuseFaultyDraft(draft);
    return {
      article,
      draft: isConverted ? { ...draft, original: withoutForbidden(withoutMarks(reading.text)) } : draft,
      splitEvidence: slice.evidence,
      originKey: `${digest}/${origin.part}`,
    };
  });
  const ledger = account({
    source: reading.text,
    form,
    runs,
    slices: slices.map((slice) => slice.text),
    articles: articles.map(({ article, draft }) => ({
      ...article,
      draftText: draft.text,
    })),
  });
  if (ledger.unexplained.length > 0)
    throw new ImportFailure(`字数对不上，未写入：${ledger.unexplained.join('；')}`);
  return { reading, runs, articles, ledger };
}

/** Where the looks of lines stand after the clean-up; those of lines that are gone are gone. */
function looksAfter(looks: readonly Look[], runs: readonly RuleRun[]): Look[] {
  return looks.flatMap(({ at, level }) => {
    const shifted = runs.reduce<number | undefined>(
      (offset, { edits }) => (offset === undefined ? undefined : shiftOffset(offset, edits)),
      at,
    );
    return shifted === undefined ? [] : [{ at: shifted, level }];
  });
}

function refuseWhatIsNoProse(text: string, form: SourceFormat): void {
  if (text.trim() === '')
    throw new UnreadableFile('文件是空的，里面没有字；请打开看看是不是存错了，重新存一份再导入');
  if (form === 'markdown' && splitFrontMatter(text.replace(/\r\n?/g, '\n')).matter !== undefined) {
    throw new UnreadableFile('开头已有字段（---），是现成的条目；直接放进内容文件夹即可');
  }
}

function refuseFaultyDraft({ kind, text }: Draft): void {
  const [stray] = forbiddenIn(text);
  if (stray) throw new ImportFailure(`草稿${forbiddenWords(stray.code).reason}，未写入`);
  const yaml = parseYaml(splitFrontMatter(text).matter ?? '', '草稿', 2);
  const { faults } = validate(COLLECTIONS[kind].schema, yaml);
  if (faults.length > 0)
    throw new ImportFailure(`草稿的字段不合要求，未写入：${faults.map(formatFault).join('；')}`);
}
