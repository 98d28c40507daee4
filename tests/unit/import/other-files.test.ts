import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { zipSync, strToU8 } from 'fflate';
import { otherFile, unknownFile } from '../../../src/import/readers/other-files.ts';
import { readSource } from '../../../src/import/readers/read-source.ts';

const latin1 = (words: string) => Buffer.from(words, 'latin1');
const packed = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
/** A compound file as far as its kind is told: its mark, and the name of a stream. */
const compound = (stream: string) =>
  Buffer.concat([
    latin1('\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1'),
    Buffer.alloc(500),
    Buffer.from(`${stream}\0`, 'utf16le'),
  ]);

const CASES: readonly [what: string, extension: string, bytes: Uint8Array, told: RegExp][] = [
  ['an empty file', '.docx', Buffer.alloc(0), /空的（0 字节）.*重新存/u],
  ['a file of zero bytes', '.txt', Buffer.alloc(400), /全是空字节.*重新拷贝/u],
  ['a JPEG', '.doc', latin1('\u00FF\u00D8\u00FF\u00E0..JFIF'), /是图片.*文字识别/u],
  ['a PNG', '.png', latin1('\u0089PNG\r\n\u001A\n'), /是图片/u],
  ['a HEIC picture', '.heic', latin1('\0\0\0\u0018ftypheic'), /是图片/u],
  ['a ZIP', '.zip', packed('甲.docx'), /是压缩包；请先解压/u],
  ['a ZIP whose name says Word', '.docx', packed('a.txt'), /是压缩包/u],
  ['a .docx that was cut', '.docx', packed('word/document.xml').subarray(0, 60), /不完整.*重新拷贝/u],
  ['a RAR', '.rar', latin1('Rar!\u001A\u0007\u0001\0'), /是压缩包/u],
  ['an OFD', '.ofd', packed('OFD.xml', 'Doc_0/Document.xml'), /OFD.*导出成 \.docx/u],
  ['an OFD whose name says ZIP', '.zip', packed('OFD.xml'), /版式文件 OFD/u],
  ['a .pptx', '.pptx', packed('[Content_Types].xml', 'ppt/presentation.xml'), /演示文稿.*大纲/u],
  ['a .ppt', '.ppt', compound('PowerPoint Document'), /演示文稿/u],
  ['an old workbook', '.xls', compound('Workbook'), /Excel 表格.*另存为“Excel 工作簿（\.xlsx）”/u],
  ['a workbook of WPS', '.et', compound('Workbook'), /WPS 表格.*\.xlsx/u],
  ['a workbook whose name says Word', '.doc', compound('Workbook'), /Excel 表格/u],
  ['an .xlsx whose name says Word', '.docx', packed('[Content_Types].xml', 'xl/workbook.xml'), /Excel 表格/u],
  ['a paper with a password', '.docx', compound('EncryptedPackage'), /打开密码.*去掉密码后另存为 \.docx/u],
  ['a workbook with a password', '.xls', compound('EncryptedPackage'), /打开密码.*\.xlsx/u],
  ['a Works file', '.wps', compound('MatOST'), /WPS 文字或 Works.*另存为 \.docx/u],
  ['a mail', '.msg', compound('__properties_version1.0'), /是邮件/u],
  ['a recording', '.mp3', latin1('ID3\u0003'), /录音或录像/u],
  ['a program', '.exe', latin1('MZ\u0090\0'), /是程序/u],
  ['a book', '.epub', latin1('PK\u0003\u0004....................mimetypeapplication/epub+zip'), /电子书/u],
];

describe('a file that no reader reads', () => {
  for (const [what, extension, bytes, told] of CASES)
    it(`is told what it is, and the one next step: ${what}`, async () => {
      assert.match(otherFile(extension, bytes) ?? '', told);
      await assert.rejects(readSource(extension, bytes, undefined), told);
    });

  it('is told by its name where its bytes say nothing', async () => {
    await assert.rejects(readSource('.et', latin1('?'), undefined), /WPS 表格/u);
    await assert.rejects(readSource('.xyz', latin1('?'), undefined), /不是能导入的文件.*\.docx.*另存为/u);
    assert.match(unknownFile('.caj'), /CAJViewer/u);
  });

  it('has one sentence that says what it is, and one step', () => {
    for (const [what, extension, bytes] of CASES)
      assert.equal((otherFile(extension, bytes) ?? '').split('；请').length, 2, what);
  });

  it('is none that a reader knows: papers, old papers, pages, texts', () => {
    for (const [extension, bytes] of [
      ['.docx', packed('[Content_Types].xml', 'word/document.xml')],
      ['.doc', compound('WordDocument')],
      ['.wps', compound('WordDocument')],
      ['.txt', Buffer.from('通知')],
      ['.html', Buffer.from('<html>')],
      ['.pdf', latin1('%PDF-1.7')],
    ] as const)
      assert.equal(otherFile(extension, bytes), undefined, extension);
  });
});
