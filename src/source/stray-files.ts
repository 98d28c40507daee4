import { readdir } from 'node:fs/promises';
import { extname } from 'node:path';
import { COLLECTIONS, type CollectionName } from '../schemas/collections.ts';
import {
  EXTENSIONS,
  LEFT_ALONE,
  listFiles,
  MEDIA_FOLDER,
  ORIGINALS_FOLDER,
  someFileIn,
  type FileFormat,
} from './content-files.ts';
import type { Fault } from './fault.ts';
import { isNear } from './near-names.ts';

type Words = Pick<Fault, 'reason' | 'remedy'>;

const FOLDERS = [...(Object.keys(COLLECTIONS) as CollectionName[]), MEDIA_FOLDER];
const PICTURES = ['.svg', '.png', '.jpg', '.jpeg', '.webp', '.gif', '.avif'];
const TO_IMPORT = ['.txt', '.docx', '.doc', '.rtf', '.odt', '.html', '.htm', '.pdf'];

/** Files that no collection reads, because of their folder or extension, and folders that cannot be read: without a word they would just be missing from the site. */
export async function strayFileFaults(contentDir: string): Promise<Fault[]> {
  const at = (file: string, words: Words): Fault => ({ file, line: 1, column: 1, ...words });
  const faults: Fault[] = [];
  for (const entry of await readdir(contentDir, { withFileTypes: true }).catch(() => [])) {
    const { name } = entry;
    if (LEFT_ALONE.test(name)) continue;
    if (!entry.isDirectory()) {
      const words = topFileProblem(name);
      if (words) faults.push(at(name, words));
    } else if (name !== ORIGINALS_FOLDER && !(FOLDERS as string[]).includes(name)) {
      const first = await someFileIn(contentDir, name);
      if (first !== undefined) faults.push(at(first, unknownFolder(name)));
    }
  }
  for (const folder of Object.keys(COLLECTIONS) as CollectionName[]) {
    for (const file of await listFiles(contentDir, folder, faults)) {
      const words = extensionProblem(folder, extname(file));
      if (words) faults.push(at(file, words));
    }
  }
  return faults;
}

function topFileProblem(name: string): Words | undefined {
  if (name === 'site.yaml' || /^readme\b/i.test(name)) return undefined;
  if (/^site\.ya?ml$/i.test(name)) return { reason: `文件名 ${name} 不认`, remedy: '改成 site.yaml' };
  if (!/\.(?:mdx?|ya?ml|csv|xlsx)$/i.test(name)) return undefined;
  return { reason: '不在任何一个文件夹里，不会读取', remedy: '移到 texts/ 等文件夹里' };
}

function unknownFolder(name: string): Words {
  const near = FOLDERS.find((folder) => isNear(folder, name));
  return {
    reason: `没有 ${name}/ 这种文件夹，里面的文件不会读取`,
    remedy: near ? `是不是 ${near}/？` : `移到 ${FOLDERS.join('/、')}/ 中的一个`,
  };
}

function extensionProblem(folder: CollectionName, extension: string): Words | undefined {
  const forms: FileFormat[] = [COLLECTIONS[folder].format];
  if (folder === 'ledgers') forms.push('table');
  const wanted: readonly string[] = forms.flatMap((form) => EXTENSIONS[form]);
  if (wanted.includes(extension)) return undefined;
  const lower = extension.toLowerCase();
  const reason = `${folder}/ 里的文件不认扩展名 ${extension || '（没有）'}`;
  const like = wanted.find((each) => each === lower || (lower === '.yml' && each === '.yaml'));
  if (like) return { reason, remedy: `改成 ${like}` };
  if (lower === '.xls' && wanted.includes('.xlsx'))
    return { reason, remedy: '在 Excel 或 WPS 里另存为 .xlsx' };
  if (PICTURES.includes(lower)) return { reason, remedy: `图片放进 ${MEDIA_FOLDER}/` };
  if (TO_IMPORT.includes(lower) && COLLECTIONS[folder].format === 'markdown') {
    return { reason, remedy: '移出内容文件夹，用 npm run import 转成草稿' };
  }
  return { reason, remedy: `改成 ${wanted.join(' 或 ')}，或移出内容文件夹` };
}
