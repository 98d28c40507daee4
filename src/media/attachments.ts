import { ATTACHMENT_BUDGET } from '../domain/budgets.ts';
import { UnreadableFile } from '../domain/decode.ts';
import { openPackage, type Package } from '../domain/package/open-package.ts';
import { endingOf } from './kinds.ts';
import { stripJpeg } from './jpeg.ts';
import { stripPng } from './png.ts';
import { MediaTrouble, type Removable } from './stripped.ts';

type OfficeEnding = '.docx' | '.xlsx';

/** The part by which an Office file is known. */
const MAIN_PARTS: Record<OfficeEnding, string> = { '.docx': 'word/document.xml', '.xlsx': 'xl/workbook.xml' };

/** Throws MediaTrouble for an archive that is no Office file of the kind that its name says. */
export function requireOffice(ending: OfficeEnding, bytes: Uint8Array): void {
  const { names } = opened(bytes, () => false);
  if (names.includes(MAIN_PARTS[ending])) return;
  const other = Object.entries(MAIN_PARTS).find(([, part]) => names.includes(part))?.[0];
  throw new MediaTrouble(
    `扩展名是 ${ending}，内容却不是`,
    other ? `把扩展名改成 ${other}` : '用 Office 或 WPS 打开后另存一份，再放进来',
  );
}

function opened(bytes: Uint8Array, isWanted: (name: string) => boolean): Package {
  try {
    return openPackage(bytes, isWanted, ATTACHMENT_BUDGET);
  } catch (error) {
    if (error instanceof UnreadableFile)
      throw new MediaTrouble(error.message.split('；')[0]!, '用 Office 或 WPS 打开后另存一份，再放进来');
    throw error;
  }
}

/** What an attachment tells of its makers and its making, in words. Attachments go out as they are. Never throws. */
export async function carriedBy(name: string, bytes: Uint8Array): Promise<string[]> {
  const ending = endingOf(name);
  try {
    if (ending === '.docx' || ending === '.xlsx') return carriedByOffice(bytes);
    if (ending === '.pdf') return await carriedByPdf(bytes);
    return ending === '.zip' ? ['没有查看的压缩内容'] : [];
  } catch (error) {
    if (error instanceof MediaTrouble) return ['没能查看的内容'];
    throw error;
  }
}

const PARTS =
  /^(?:docProps\/(?:core|app|custom)\.xml|word\/(?:document|comments|footnotes|endnotes|header\d*|footer\d*)\.xml|xl\/workbook\.xml|(?:word|xl)\/media\/[^/]+\.(?:jpe?g|png))$/i;

function carriedByOffice(bytes: Uint8Array): string[] {
  const { names, files } = opened(bytes, (name) => PARTS.test(name));
  const text = (pattern: RegExp): string =>
    [...files]
      .filter(([name]) => pattern.test(name))
      .map(([, part]) => Buffer.from(part).toString())
      .join('\n');
  const [core, app, words, sheets] = [/core\.xml$/, /app\.xml$/, /^word\/\w+\.xml$/, /workbook\.xml$/].map(
    text,
  );
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  const found: [isSo: boolean, what: string][] = [
    [holdsWords(core, 'dc:creator'), '作者姓名'],
    [holdsWords(core, 'cp:lastModifiedBy'), '最后修改人姓名'],
    [holdsWords(app, 'Company'), '单位名称'],
    [holdsWords(app, 'Manager'), '负责人姓名'],
    [has(/^docProps\/custom\.xml$/), '自定义属性'],
    [/<w:(?:ins|del|moveFrom|moveTo)[\s>]/.test(words ?? ''), '修订痕迹'],
    [/<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/.test(words ?? ''), '隐藏文字'],
    [has(/^(?:word|xl)\/(?:threadedC|c)omments/), '批注'],
    [/<(?:\w+:)?sheet\s[^>]*state="(?:hidden|veryHidden)"/.test(sheets ?? ''), '隐藏的工作表'],
  ];
  return [...found.flatMap(([isSo, what]) => (isSo ? [what] : [])), ...carriedByPictures(files)];
}

function holdsWords(xml = '', element: string): boolean {
  return new RegExp(`<${element}(?:\\s[^>]*)?>[^<]*[^<\\s][^<]*</${element}>`).test(xml);
}

/** What of a picture inside of an Office file says who and where. */
const TELLING: readonly Removable[] = ['GPS 位置', '作者'];

function carriedByPictures(files: ReadonlyMap<string, Uint8Array>): string[] {
  const found = new Set<Removable>();
  for (const [name, bytes] of files) {
    if (!/\/media\//.test(name)) continue;
    try {
      for (const kind of (name.endsWith('.png') ? stripPng : stripJpeg)(bytes).removed) found.add(kind);
    } catch (error) {
      if (!(error instanceof MediaTrouble)) throw error;
    }
  }
  return TELLING.filter((kind) => found.has(kind)).map(
    (kind) => `图片里的${/^\w/.test(kind) ? ' ' : ''}${kind}`,
  );
}

async function carriedByPdf(bytes: Uint8Array): Promise<string[]> {
  try {
    const { getDocumentProxy } = await import('unpdf');
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
    const { info, metadata } = await document.getMetadata();
    await document.loadingTask.destroy();
    const { Author, Custom } = info as { Author?: unknown; Custom?: { Company?: unknown } };
    const isTold = (...values: unknown[]) =>
      values.flat().some((each) => typeof each === 'string' && /\S/.test(each));
    return [
      ...(isTold(Author, metadata?.get('dc:creator')) ? ['作者姓名'] : []),
      ...(isTold(Custom?.Company, metadata?.get('pdfx:company')) ? ['单位名称'] : []),
    ];
  } catch {
    return ['没能查看的内容'];
  }
}
