import { PACKAGE_BUDGET } from '../../../domain/budgets.ts';
import { PackageRefused, type Package } from '../../../domain/package/open-package.ts';
import type { Reading } from '../reading.ts';
import { xmlText } from '../xml.ts';
import { readWordPackage } from './docx.ts';

const PART =
  /<(?<prefix>[\w-]+:)?part\b(?<attributes>(?:[^"'>]|"[^"]*"|'[^']*')*)>(?<content>[\s\S]*?)<\/\k<prefix>?part>/g;
const MARK = /[<=]/g;

/** Reads a Word file that is one XML text with all its parts in it (Flat OPC, “Word XML 文档”). Throws UnreadableFile. */
export function readFlatOpc(bytes: Uint8Array): Reading {
  const text = xmlText(bytes);
  if ((text.match(MARK)?.length ?? 0) > PACKAGE_BUDGET.marks || bytes.length > PACKAGE_BUDGET.bytes)
    throw new PackageRefused('内容太多，疑为恶意文件，已拒绝；请用 Word 或 WPS 打开后拆成几份，另存为 .docx');
  const parts = partsOf(text);
  const open = (isWanted: (name: string) => boolean): Package => ({
    names: [...parts.keys()],
    files: new Map([...parts].filter(([name]) => isWanted(name))),
  });
  return readWordPackage(open, 'Word XML 文档（Flat OPC）');
}

/** The parts by their names, each as a file of its own. */
function partsOf(text: string): Map<string, Uint8Array> {
  const outer = declarationsIn(/<[\w:-]*package\b[^>]*>/.exec(text)?.[0] ?? '');
  const parts = new Map<string, Uint8Array>();
  for (const { groups } of text.matchAll(PART)) {
    const name = /\bname\s*=\s*["']\/?(?<name>[^"']*)["']/.exec(groups?.attributes ?? '')?.groups?.name;
    const content = groups?.content ?? '';
    if (name !== undefined)
      parts.set(name, contentOf(content, outer + declarationsIn(groups?.attributes ?? '')));
  }
  return parts;
}

function contentOf(content: string, declarations: string): Uint8Array {
  const binary = /<[\w:-]*binaryData\b[^>]*>(?<data>[^<]*)</.exec(content)?.groups?.data;
  if (binary !== undefined) return Buffer.from(binary, 'base64');
  const wrapper = /^\s*<[\w:-]*xmlData\b(?<attributes>[^>]*)>(?<xml>[\s\S]*)<\/[\w:-]*xmlData>\s*$/.exec(
    content,
  )?.groups;
  const xml = (wrapper?.xml ?? '').trim();
  const missing = (declarations + declarationsIn(wrapper?.attributes ?? ''))
    .match(/xmlns[^=]*=(?:"[^"]*"|'[^']*')/g)
    ?.filter((declaration) => !rootTag(xml).includes(`${declaration.slice(0, declaration.indexOf('='))}=`));
  return Buffer.from(xml.replace(/^(<[^\s/>]+)/, (start) => `${start} ${[...new Set(missing)].join(' ')}`));
}

function rootTag(xml: string): string {
  return /^<(?:[^"'>]|"[^"]*"|'[^']*')*>/.exec(xml)?.[0] ?? '';
}

/** The vocabularies that a tag declares; a part's own root may rest on them. */
function declarationsIn(tag: string): string {
  return (tag.match(/\sxmlns[^=\s]*\s*=\s*(?:"[^"]*"|'[^']*')/g) ?? []).join('').replace(/\s*=\s*/g, '=');
}
