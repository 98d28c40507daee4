import { PACKAGE_BUDGET } from '../../domain/budgets.ts';
import { entriesOf } from '../../domain/package/zip-directory.ts';

/** How a kind of file is known by its first bytes, as Latin-1, and what is said of it. */
const BY_FIRST_BYTES: readonly [start: RegExp, told: string][] = [
  [/^(?:\u00FF\u00D8\u00FF|\u0089PNG|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP)/s, '图片'],
  [/^.{4}ftyp(?:heic|heix|mif1|avif)/s, '图片'],
  [/^(?:Rar!|7z\u00BC\u00AF|\u001F\u008B|BZh|\u00FD7zXZ|MSCF)/, '压缩包'],
  [/^.{257}ustar/s, '压缩包'],
  [/^(?:MZ|\u007FELF|\u00CA\u00FE\u00BA\u00BE)/, '程序'],
  [/^L\0\0\0\u0001\u0014\u0002\0/, '快捷方式'],
  [
    /^(?:ID3|\u00FF[\u00FB\u00F3]|OggS|fLaC|RIFF.{4}(?:WAVE|AVI )|.{4}ftyp|\u001AE\u00DF\u00A3|0&\u00B2u|FLV)/s,
    '音视频',
  ],
  [/^(?:CAJ|HN\0|\u00C8\0|KDH|TEB)/, 'CAJ'],
  [/^SQLite format 3/, '数据库'],
  [/^\0+$/, '空字节'],
];
const TOLD: Record<string, string> = {
  图片: '是图片，字在图里，读不出来；请先用文字识别（WPS 的“图片转文字”、扫描软件）转成 .docx 再导入',
  压缩包: '是压缩包；请先解压，再导入里面的文件（可以直接给解压出的文件夹）',
  加密压缩包: '是带密码的压缩包；请先用密码解压，再导入里面的文件',
  程序: '是程序，不是文稿；请不要打开它，找到文稿本身再导入',
  快捷方式: '是快捷方式，只记着别处的文件；请找到它指的文件再导入',
  音视频: '是录音或录像；请先整理成文字，存成 .docx 再导入',
  CAJ: '是 CAJ 文献；请用 CAJViewer 打开，另存为 PDF 再导入',
  数据库: '是数据库文件；请在原来的软件里把要用的内容导出成 .xlsx 或 .docx 再导入',
  空字节: '文件里全是空字节，多半在拷贝或下载时坏了；请重新拷贝一份',
  坏文件:
    '文件不完整，打不开，多半在拷贝或下载时断了；请重新拷贝一份，或用 Word、WPS 打开修复后另存为 .docx（表格存为 .xlsx）再导入',
  空文件: '文件是空的（0 字节），没有存好；请找到原件重新存一份',
  OFD: '是版式文件 OFD；请用 WPS 或 OFD 阅读器打开，导出成 .docx 或 PDF 再导入',
  演示文稿: '是演示文稿（PowerPoint 或 WPS 演示）；请打开后把“大纲”另存为 .rtf 再导入',
  WPS演示: '是 WPS 演示文稿；请用 WPS 打开后把“大纲”另存为 .rtf 再导入',
  表格: '是 Excel 表格；请用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”，扩展名也要是 .xlsx，再导入',
  WPS表格: '是 WPS 表格；请用 WPS 另存为“Excel 工作簿（.xlsx）”再导入',
  开放表格: '是 OpenDocument 表格（.ods）；请用 WPS、Excel 或 LibreOffice 另存为 .xlsx 再导入',
  加密: '设了打开密码；请用 Word 或 WPS 输密码打开，去掉密码后另存为 .docx 再导入',
  加密表格: '设了打开密码；请用 Excel 或 WPS 输密码打开，去掉密码后另存为 .xlsx 再导入',
  邮件: '是邮件；请在邮箱里打开，把正文复制到 .docx，附件另存出来，再导入',
  电子书: '是电子书；请转成 .docx 或 .txt 再导入',
  苹果: '是苹果的 Pages、Numbers 或 Keynote 文稿；请在原软件里导出成 Word、Excel 或 PDF 再导入',
  WPS文字: '是 WPS 文字或 Works 自己的格式；请用 WPS 打开后另存为 .docx 再导入',
  网盘: '是下载到一半的文件；请等下载完，或重新下载',
  临时文件: '是编辑时的临时文件，不是文稿；请导入文稿本身',
  图纸: '是图纸；请在原来的软件里导出成 PDF 再导入',
};
/** By the end of the name, where the bytes tell nothing. */
const BY_NAME: Record<string, string> = {
  ...{
    '.ofd': 'OFD',
    '.ppt': '演示文稿',
    '.pptx': '演示文稿',
    '.pps': '演示文稿',
    '.ppsx': '演示文稿',
    '.odp': '演示文稿',
  },
  ...{
    '.dps': 'WPS演示',
    '.dpt': 'WPS演示',
    '.et': 'WPS表格',
    '.ett': 'WPS表格',
    '.xls': '表格',
    '.xlsb': '表格',
    '.ods': '开放表格',
  },
  ...{ '.wps': 'WPS文字', '.wpt': 'WPS文字', '.wpsx': 'WPS文字', '.uof': 'WPS文字', '.uot': 'WPS文字' },
  ...{
    '.jpg': '图片',
    '.jpeg': '图片',
    '.png': '图片',
    '.gif': '图片',
    '.bmp': '图片',
    '.tif': '图片',
    '.tiff': '图片',
  },
  ...{ '.webp': '图片', '.heic': '图片', '.svg': '图片' },
  ...{ '.zip': '压缩包', '.rar': '压缩包', '.7z': '压缩包', '.gz': '压缩包', '.tar': '压缩包' },
  ...{
    '.mp3': '音视频',
    '.wav': '音视频',
    '.m4a': '音视频',
    '.amr': '音视频',
    '.mp4': '音视频',
    '.mov': '音视频',
    '.avi': '音视频',
  },
  ...{
    '.exe': '程序',
    '.lnk': '快捷方式',
    '.msg': '邮件',
    '.eml': '邮件',
    '.epub': '电子书',
    '.mobi': '电子书',
    '.caj': 'CAJ',
  },
  ...{
    '.nh': 'CAJ',
    '.kdh': 'CAJ',
    '.pages': '苹果',
    '.numbers': '苹果',
    '.key': '苹果',
    '.mdb': '数据库',
    '.accdb': '数据库',
  },
  ...{ '.crdownload': '网盘', '.download': '网盘', '.part': '网盘', '.tmp': '临时文件', '.dwg': '图纸' },
};
const GENERAL =
  '不是能导入的文件；可导入 .docx .doc .rtf .odt .pdf .html .txt .md 和表格 .xlsx，请在原来的软件里另存为其中一种再导入';
const FIRST = 320;
/** Office files that are packages. */
const OFFICE_NAMES = /^\.(?:doc[xm]|dot[xm]|xls[xm]|od[ts]|ott)$/;
/** Without it a package has no directory and has been cut (APPNOTE.TXT, 4.3.16). */
const END_OF_DIRECTORY = 'PK\u0005\u0006';
const ENCRYPTED_ENTRY = 0x01;

/**
 * What a file is that no reader reads, and the one next step, in Chinese: by its first bytes and the names of its parts, whatever its own name
 * says; `undefined` for a file that a reader may know.
 */
export function otherFile(extension: string, bytes: Uint8Array): string | undefined {
  const kind = kindOf(extension, bytes);
  return kind === undefined ? undefined : TOLD[kind];
}

/** The same for a file that no reader knows by its bytes: by the end of its name. */
export function unknownFile(extension: string): string {
  return TOLD[BY_NAME[extension] ?? ''] ?? GENERAL;
}

function kindOf(extension: string, bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return '空文件';
  const start = String.fromCharCode(...bytes.subarray(0, FIRST));
  if (start.startsWith('PK\u0003\u0004')) return kindOfPackage(extension, bytes, start);
  if (start.startsWith('\u00D0\u00CF\u0011\u00E0')) return kindOfCompound(extension, bytes);
  return BY_FIRST_BYTES.find(([pattern]) => pattern.test(start))?.[1];
}

/** The names of a package's parts stand in it as they are. */
function kindOfPackage(extension: string, bytes: Uint8Array, start: string): string | undefined {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (start.includes('mimetypeapplication/epub')) return '电子书';
  if (start.includes('opendocument.spreadsheet')) return '开放表格';
  if (start.includes('opendocument.presentation')) return '演示文稿';
  if (start.includes('opendocument')) return undefined;
  if (all.includes('OFD.xml')) return 'OFD';
  if (OFFICE_NAMES.test(extension) && !all.includes(END_OF_DIRECTORY)) return '坏文件';
  const isTyped = all.includes('[Content_Types].xml');
  if (all.includes('word/') && (isTyped || extension !== '.zip')) return undefined;
  if (isTyped) {
    if (all.includes('ppt/presentation.xml')) return '演示文稿';
    return all.includes('xl/workbook') ? '表格' : undefined;
  }
  if (holdsOfficeParts(bytes)) return undefined;
  if (all.includes('Index/Document.iwa') || all.includes('Index.zip')) return '苹果';
  return ((bytes[6] ?? 0) & ENCRYPTED_ENTRY) === ENCRYPTED_ENTRY ? '加密压缩包' : '压缩包';
}

/** Whether a package holds parts of an Office file, though it does not say what kinds they are of. */
function holdsOfficeParts(bytes: Uint8Array): boolean {
  try {
    let seen = 0;
    for (const { name } of entriesOf(bytes)) {
      if (/^(?:word\/|_rels\/\.rels$)/i.test(name)) return true;
      seen += 1;
      if (seen > PACKAGE_BUDGET.entries) return false;
    }
    return false;
  } catch {
    return false;
  }
}

/** The names of a compound file's streams stand in it in UTF-16 (MS-CFB, 2.6.1). */
function kindOfCompound(extension: string, bytes: Uint8Array): string | undefined {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string) => all.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (has('EncryptedPackage')) return /^\.(?:xls|et)/.test(extension) ? '加密表格' : '加密';
  if (has('WordDocument')) return undefined;
  if (has('PowerPoint Document')) return extension === '.dps' ? 'WPS演示' : '演示文稿';
  if (has('Workbook') || has('Book')) return extension === '.et' ? 'WPS表格' : '表格';
  if (has('__properties_version1.0')) return '邮件';
  return BY_NAME[extension];
}
