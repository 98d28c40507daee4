import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readSource } from '../../../src/import/readers/read-source.ts';

// Reads the files of a list (first argument, a path a line) with the readers of the import, and writes the text of each into a folder (second).
const [, , list = '', folder = ''] = process.argv;
for (const [index, file] of readFileSync(list, 'utf8').split('\n').entries()) {
  const text = await readSource(extname(file).toLowerCase(), readFileSync(file), undefined).then(
    (reading) => reading.text,
    () => '',
  );
  writeFileSync(join(folder, `${index}.txt`), text);
}
