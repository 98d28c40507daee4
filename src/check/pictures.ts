import { extname } from 'node:path';
import { placeAt } from '../domain/place-at.ts';
import { listFiles, MEDIA_FOLDER } from '../source/content-files.ts';
import type { Fault } from '../source/fault.ts';
import { readBytes, refusalOf } from '../source/read-bytes.ts';

/** What browsers show as a picture and nothing else; every other file would be served as whatever its name says, pages and scripts included. */
const PICTURES = ['.svg', '.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif'];

/**
 * What an .svg drawing may not hold: opened by its own address it is a document of this site, in which all of this would run or ask another host.
 * Looked for in the whole text, comments included; a drawing that is refused for nothing is drawn anew more easily than a script is undone.
 */
const RUNS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [
    /<(?:[^\s<>/:]+:)?(?:script|handler|listener|iframe|embed|object|meta|base|link|form)[\s/>]/i,
    '脚本或嵌入的页面',
  ],
  [/[\s"'/]on[a-z]{3,}\s*=/i, '事件处理（on…=）'],
  [/(?:javascript|vbscript)\s*:|data\s*:\s*(?:text|application\/(?!font|x-font|vnd))/i, '脚本地址'],
  [/attributeName\s*=\s*["']?\s*(?:on|(?:xlink:)?href)/i, '会改写链接或事件的动画'],
  [/<!(?:ENTITY|DOCTYPE[^>]*\[)/i, '实体定义'],
  [/<\?xml-stylesheet|@import/i, '外部样式'],
  [
    /<(?:[^\s<>/:]+:)?(?:image|use|feImage|img|video|audio|source)\b[^>]*=\s*["']?\s*(?:[a-z]+:)?\/\//i,
    '别处的文件',
  ],
  [/url\(\s*["']?\s*(?:[a-z]+:)?\/\//i, '别处的文件'],
];

/** Files that are open at once: a system allows a thousand or so. */
const AT_ONCE = 64;

/** Faults of the files in `media/`: what is no picture or cannot be read, and drawings that could run script or ask another host. */
export async function pictureFaults(contentDir: string): Promise<Fault[]> {
  const faults: Fault[] = [];
  const files = await listFiles(contentDir, MEDIA_FOLDER, faults);
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const some = files.slice(start, start + AT_ONCE);
    faults.push(...(await Promise.all(some.map((file) => faultsOf(contentDir, file)))).flat());
  }
  return faults;
}

/** Characters that mean something in an address, or that no system shows in a name. Letters and their accents stand together (NFC), as addresses are read. */
const NO_ADDRESS = /[\p{C}\u2028\u2029\\?#%*:|"<>]/u;

async function faultsOf(contentDir: string, file: string): Promise<Fault[]> {
  if (NO_ADDRESS.test(file) || file !== file.normalize('NFC')) {
    const remedy = '改成英文、数字、汉字、连字符，如 flow-1.svg';
    return [{ file, line: 1, column: 1, reason: '文件名里有不能作地址的字符', remedy }];
  }
  const kind = extname(file).toLowerCase();
  if (!PICTURES.includes(kind)) {
    const remedy = `${MEDIA_FOLDER}/ 里只放 ${PICTURES.map((name) => name.slice(1)).join('、')} 图片`;
    return [{ file, line: 1, column: 1, reason: '不是图片', remedy }];
  }
  if (kind !== '.svg') {
    const refusal = await refusalOf(contentDir, file);
    return refusal ? [{ file, line: 1, column: 1, ...refusal }] : [];
  }
  const { bytes, refusal } = await readBytes(contentDir, file);
  return refusal ? [{ file, line: 1, column: 1, ...refusal }] : drawingFaults(file, bytes);
}

function drawingFaults(file: string, bytes: Uint8Array): Fault[] {
  let written: string;
  try {
    written = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return [
      { file, line: 1, column: 1, reason: '不是 UTF-8 编码', remedy: '用画图软件另存为普通 SVG（UTF-8）' },
    ];
  }
  const text = plainly(written);
  return RUNS.flatMap(([pattern, what]) => {
    const found = pattern.exec(text);
    if (!found) return [];
    const remedy = '删去这一处，或另存为 PNG';
    return [{ file, ...placeAt(text, found.index), reason: `图里有${what}`, remedy }];
  });
}

/** The text as a browser reads it, as far as addresses and names go: numbered characters written out, control characters gone. */
function plainly(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);?/gi, (_, code: string) => character(parseInt(code, 16)))
    .replace(/&#(\d+);?/g, (_, code: string) => character(Number(code)))
    .replace(/&(?:tab|newline);/gi, '')
    .replace(/&colon;/gi, ':')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u00ad\u200b-\u200d\ufeff]/g, '');
}

function character(code: number): string {
  return code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
