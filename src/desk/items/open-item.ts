import type { Finding, KindForm, OpenItem } from '../../domain/desk/api.ts';
import { HIDEABLE } from '../../domain/visibility.ts';
import { idOfFile } from '../../source/content-files.ts';
import { splitFrontMatter } from '../../source/front-matter.ts';
import { blocksInFile, readBlocks } from '../body/read-blocks.ts';
import { valuesOf } from '../fields/set-fields.ts';
import { filePartsOf } from './edit-text.ts';
import { paragraphLines, withRemedies } from './findings.ts';
import { collectionOf } from './own-faults.ts';

/** The collections whose items have pages of their own. */
const WITH_PAGES: ReadonlySet<string> = new Set([...HIDEABLE, 'campaigns', 'units', 'topics', 'speakers']);

/** A file's text opened for editing: fields as values, body as blocks, whole as source. */
export function openItem(
  file: string,
  text: string,
  {
    digest,
    form,
    findings,
    isPublished,
  }: { digest: string; form: KindForm; findings: Finding[]; isPublished: boolean },
): OpenItem {
  const { fields, fence, body } = filePartsOf(text);
  const values = valuesOf(fields);
  const read = fence === '' ? undefined : readBlocks(body, file.endsWith('.mdx'));
  const { bodyLine } = splitFrontMatter(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  return {
    file,
    collection: collectionOf(file),
    id: idOfFile(file),
    digest,
    source: text,
    form,
    findings: withRemedies(file, text, findings),
    isPublished,
    isWithdrawn: values?.withdrawn !== undefined,
    hasPage: WITH_PAGES.has(collectionOf(file)),
    ...(values === undefined ? {} : { fields: values }),
    ...(read === undefined
      ? {}
      : { blocks: blocksInFile(read, bodyLine), paragraphLines: paragraphLines(file, text) }),
  };
}
