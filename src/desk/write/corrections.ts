import type { Inline, BlockContent, EditedBlock, FieldValues, OpenItem } from '../../domain/desk/api.ts';
import type {
  CorrectionRequest,
  CorrectRequest,
  ProposedCorrection,
  ProposeRequest,
} from '../../domain/desk/write.ts';
import { wordChanges } from '../../domain/desk/word-changes.ts';
import { plainContent } from '../../domain/desk/same-content.ts';
import { placeCorrections } from '../../domain/corrections.ts';
import type { Correction } from '../../domain/entry.ts';
import { todayInShanghai } from '../../check/today.ts';
import { surveyBody } from '../../markdown/body.ts';
import type { Block } from '../../markdown/blocks.ts';
import { correctionSchema } from '../../schemas/entry.ts';
import { deskWrite as words } from '../../strings/desk-write.ts';
import { readBlocks } from '../body/read-blocks.ts';
import { writeBlocks } from '../body/write-blocks.ts';
import { SaveConflict, type Desk } from '../desk.ts';
import { valuesOf } from '../fields/set-fields.ts';
import { FileChanged } from '../files/content-folder.ts';
import { EditError, editedText, filePartsOf } from '../items/edit-text.ts';
import { textOf } from '../items/text-of.ts';

/**
 * The changes of a text as 校订, each with words that stand in its paragraph once. Throws EditError where they are none: paragraphs were added or
 * taken away, looks were changed, or an earlier 校订 stands there.
 */
export function proposedCorrections(
  text: string,
  blocks: readonly EditedBlock[],
  isMdx: boolean,
): ProposedCorrection[] {
  const { fields, body } = filePartsOf(text);
  requireWordsOnly(readBlocks(body, isMdx)?.map(({ block }) => block) ?? [], blocks);
  const [before, after] = [body, writeBlocks(body, isMdx, blocks)].map((each) => paragraphsOf(each, isMdx));
  if (!before || before.length !== after?.length) throw new EditError(words.correctionAcross);
  const proposed = before.flatMap(({ text: was, headingDepth }, index) => {
    const { text: is, headingDepth: depth } = after[index]!;
    const changes = headingDepth === depth ? wordChanges(was, is) : undefined;
    if (!changes) throw new EditError(words.correctionUnnamed(index + 1));
    return changes.map((change) => ({ paragraph: index + 1, ...change }));
  });
  if (proposed.length === 0) throw new EditError(words.correctionOfNothing);
  requireApart(before, correctionsIn(fields), proposed);
  return proposed;
}

/** What the changes of a file would be as 校订. Throws EditError, FileChanged, UnwritableBlock, NotOurs. */
export async function propose(desk: Desk, { file, blocks }: ProposeRequest): Promise<ProposedCorrection[]> {
  const state = await desk.content.read(file);
  if (!state) throw new FileChanged(file, undefined);
  return proposedCorrections(textOf(state), blocks, file.endsWith('.mdx'));
}

/** Writes changes as 校订, with their reasons; the text itself stays. Throws as `propose` does, and SaveConflict. */
export function correct(desk: Desk, request: CorrectRequest): Promise<OpenItem> {
  const { file, blocks, reasons, role } = request;
  const isMdx = file.endsWith('.mdx');
  return keep(desk, request, (text) =>
    proposedCorrections(text, blocks, isMdx).map((each, index) => correctionOf(each, reasons[index], role)),
  );
}

/** Writes one 校订 of words that a person has named. Throws EditError, FileChanged, SaveConflict, NotOurs. */
export function correctOne(desk: Desk, request: CorrectionRequest): Promise<OpenItem> {
  const { file, reason, role, paragraph, original, corrected } = request;
  return keep(desk, request, (text) => {
    const { fields, body } = filePartsOf(text);
    const paragraphs = paragraphsOf(body, file.endsWith('.mdx')) ?? [];
    const proposed = { paragraph, original: original.trim(), corrected: corrected.trim() };
    if (!isThereOnce(paragraphs[paragraph - 1]?.text ?? '', proposed.original))
      throw new EditError(words.correctionPlace(paragraph));
    requireApart(paragraphs, correctionsIn(fields), [proposed]);
    return [correctionOf(proposed, reason, role)];
  });
}

function isThereOnce(text: string, words: string): boolean {
  return words !== '' && text.includes(words) && text.indexOf(words) === text.lastIndexOf(words);
}

interface ToKeep {
  file: string;
  digest: string;
  fields?: FieldValues | undefined;
  role?: string | undefined;
}

/** Writes further corrections behind those that a file has. */
async function keep(
  desk: Desk,
  { file, digest, fields, role }: ToKeep,
  madeOf: (text: string) => Correction[],
): Promise<OpenItem> {
  const state = await desk.content.read(file);
  if (!state) throw new FileChanged(file, undefined);
  const text = textOf(state);
  const made = madeOf(text);
  const { fields: yaml } = filePartsOf(text);
  const corrections = [
    ...((fields?.corrections as Correction[] | undefined) ?? correctionsIn(yaml)),
    ...made,
  ];
  const changed = editedText(text, { fields: { ...fields, corrections } }, file.endsWith('.mdx'));
  if (state.digest !== digest) throw new SaveConflict(file, state, changed);
  const title = String(valuesOf(yaml)?.title ?? file);
  await desk.content.write([{ file, bytes: Buffer.from(changed), on: digest }], {
    title: words.corrected(title),
    role,
  });
  desk.contentChanged();
  return desk.openFile(file);
}

function correctionOf(
  { paragraph, original, corrected }: ProposedCorrection,
  reason: string | undefined,
  role: string | undefined,
): Correction {
  if (!reason?.trim()) throw new EditError(words.correctionReason);
  const { data } = correctionSchema.safeParse({
    paragraph: `p${paragraph}`,
    original,
    corrected,
    reason,
    ...(role?.trim() ? { role } : {}),
    on: todayInShanghai(),
  });
  // The words are read back from the file by the same schema: what it would change could not be found again.
  if (data?.original !== original || data.corrected !== corrected)
    throw new EditError(words.correctionUnnamed(paragraph));
  return data;
}

function paragraphsOf(body: string, isMdx: boolean): Block[] | undefined {
  const { writtenBlocks, faults } = surveyBody(body.replaceAll('\r\n', '\n'), { isMdx });
  return faults.length > 0 ? undefined : writtenBlocks;
}

/** The corrections that stand in a file; none where they are at fault. */
function correctionsIn(fields: string): Correction[] {
  const { data } = correctionSchema.array().safeParse(valuesOf(fields)?.corrections);
  return data ?? [];
}

function requireApart(
  paragraphs: readonly Block[],
  earlier: readonly Correction[],
  proposed: readonly ProposedCorrection[],
): void {
  const texts = new Map(paragraphs.map(({ anchor, text }) => [anchor, text]));
  const added = proposed.map(({ paragraph, ...change }) => ({
    ...change,
    paragraph: `p${paragraph}`,
    reason: '',
  }));
  const { problems } = placeCorrections([...earlier, ...added], (anchor) => texts.get(anchor));
  const met = problems.find(({ index }) => index >= earlier.length);
  if (met) throw new EditError(words.correctionTwice(proposed[met.index - earlier.length]!.paragraph));
}

/** Throws where something else was changed than words: blocks added, taken away or moved, bold type, links. */
function requireWordsOnly(read: readonly BlockContent[], edited: readonly EditedBlock[]): void {
  const isInOrder =
    edited.length === read.length &&
    edited.every(({ origin, kind }, index) => origin === index && kind === read[index]!.kind);
  if (!isInOrder) throw new EditError(words.correctionAcross);
  edited.forEach((block, index) => {
    if (looksOf(block) !== looksOf(read[index]!)) throw new EditError(words.correctionOfLooks);
  });
}

/** All of a block but its words. */
function looksOf(block: BlockContent): string {
  return JSON.stringify(plainContent(block), (_, value: unknown) =>
    isWords(value) ? { ...value, text: '' } : value,
  );
}

function isWords(value: unknown): value is Inline & { type: 'text' } {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'text';
}
