import type { ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { IMPORT_BUDGET } from '../../../domain/budgets.ts';
import { decodeSource } from '../../../domain/decode-source.ts';
import { UnreadableFile, type Decoded } from '../../../domain/decode.ts';
import { wordsByPlace } from '../../account/counted.ts';
import { countPage } from '../../account/html.ts';
import { squeeze } from '../collector.ts';
import type { Reading } from '../reading.ts';
import { findArticle, whyEmpty, type FoundArticle } from './article.ts';
import { countAttributes } from './count-attributes.ts';
import { noteWhatIsMissing } from './half-loaded.ts';
import { PAGE, PageReader } from './page-reader.ts';
import { Styles } from './styles.ts';
import { elementsIn } from './tree.ts';

/** Deeper pages are made to break programs. */
const DEEPEST = 500;
const SMALLER = '请在浏览器里只复制正文，存成 .docx 或 .txt 再导入';

/** Reads a web page: the article, as far as it can be told from the page round it. Scripts are never run, nothing is fetched. Throws UnreadableFile. */
export function readHtml(bytes: Uint8Array, encoding: string | undefined): Reading {
  const decoded = decodePage(bytes, encoding);
  return { ...readPage(decoded.text, findArticle, noteWhatIsMissing), decoded };
}

/** Reads HTML that was copied out of a page or a Word file: all of it is wanted. Throws UnreadableFile. */
export function readCopied(html: string): Reading {
  return readPage(
    html,
    (root) => ({ body: root }),
    () => undefined,
  );
}

function readPage(
  text: string,
  find: (root: Root) => FoundArticle,
  noteMore: typeof noteWhatIsMissing | (() => void),
): Reading {
  refuseExcess(text);
  const root = parsePage(text);
  const reader = new PageReader(find(root), new Styles(root));
  reader.readPage(root);
  const { collector } = reader;
  noteMore(text, root, reader.met, collector);
  const counted = countPage(text, PAGE);
  const raw = 'cannot' in counted ? '' : squeeze(wordsByPlace(counted.words).get(PAGE) ?? '');
  const met = squeeze(reader.met);
  const isShuffled = raw !== met && sorted(raw) === sorted(met);
  if (isShuffled) collector.note('网页的标签有错，文字按浏览器的次序读出');
  const reading = collector.finish('网页（.html）', isShuffled ? { ...counted, isUnordered: true } : counted);
  if (reading.text.trim() === '' && reading.unexplained.length === 0)
    throw new UnreadableFile(whyEmpty(root));
  return reading;
}

/** A page's encoding is the one asked for, else that of its byte-order mark, else what its bytes show; the page's own word only decides a doubt. */
function decodePage(bytes: Uint8Array, asked: string | undefined): Decoded {
  if (asked !== undefined) return decodeSource(bytes, asked);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*(?<name>[\w-]+)/i.exec(head)?.groups?.name;
  const found = decodeSource(bytes);
  if (found.confidence === '高' || declared === undefined) return found;
  try {
    return {
      ...decodeSource(bytes, declared),
      evidence: `网页标明 charset=${declared}`,
    };
  } catch {
    return found;
  }
}

/** Throws UnreadableFile for a page that its parser makes too much of: each tag, attribute and character reference becomes an object. */
function refuseExcess(text: string): void {
  const { pageCharacters, pageMarks, pageAttributes, tagAttributes } = IMPORT_BUDGET;
  if (text.length > pageCharacters)
    throw new UnreadableFile(`网页超过 ${pageCharacters / 10_000} 万字；${SMALLER}`);
  let marks = 0;
  for (let at = text.search(/[<&]/); at >= 0 && at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x3c || code === 0x26) marks += 1;
  }
  if (marks > pageMarks)
    throw new UnreadableFile(`网页的标签和转义符（&…;）超过 ${pageMarks / 10_000} 万个；${SMALLER}`);
  const { all, most } = countAttributes(text);
  if (most > tagAttributes)
    throw new UnreadableFile(`网页里一个标签的属性超过 ${tagAttributes} 个；${SMALLER}`);
  if (all > pageAttributes)
    throw new UnreadableFile(`网页的属性超过 ${pageAttributes / 10_000} 万个；${SMALLER}`);
}

function parsePage(text: string): Root {
  try {
    const root = fromHtml(text);
    refuseDepth(root);
    if ([...elementsIn(root)].some(({ tagName }) => tagName === 'frameset'))
      throw new UnreadableFile('网页是框架页（frameset），正文在别的网页里；请打开正文那一页，另存后再导入');
    return root;
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('网页标签嵌套过深，读不了', { cause: error });
  }
}

function refuseDepth(root: Root): void {
  let level: (Root | RootContent | ElementContent)[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new UnreadableFile(`网页标签嵌套超过 ${DEEPEST} 层，已拒绝`);
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
}

function sorted(text: string): string {
  return Array.from(text).sort().join('');
}
