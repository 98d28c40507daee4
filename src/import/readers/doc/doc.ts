import { UnreadableFile } from '../../../domain/decode.ts';
import { countDoc } from '../../account/doc.ts';
import type { Reading } from '../reading.ts';
import { CompoundFile } from './compound.ts';
import { DocReader } from './doc-reader.ts';
import { WordFile } from './word-file.ts';

/** Reads a Word 97-2003 file (.doc, .wps). Macros are never run. Throws UnreadableFile. */
export function readDoc(bytes: Uint8Array): Reading {
  const container = new CompoundFile(bytes);
  if (container.has('EncryptedPackage')) throw new UnreadableFile('文件有密码；请去掉密码后再导入');
  try {
    const reader = new DocReader(new WordFile(container));
    reader.read();
    if (container.has('Macros') || container.has('_VBA_PROJECT_CUR'))
      reader.collector.note('文件带宏，没有运行，也没有带入');
    return reader.collector.finish('Word 97-2003（.doc）', countDoc(container));
  } catch (error) {
    if (error instanceof RangeError)
      throw new UnreadableFile('文件结构损坏，读不全；请用 Word 或 WPS 打开后另存一份', { cause: error });
    throw error;
  }
}
