import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * A process that is killed in the middle of many changes: in each of the folders that it is told, as JSON, by the step at which it stops, it begins the change
 * (a text by each file) and gets no further than that step: not to it or, where bytes are written, to half of them.
 */
const [folders = '{}', change = '{}'] = process.argv.slice(2);

let left = Infinity;
let stopped: () => void = () => undefined;

/** Whether this step is the last. */
const isOver = (): boolean => (left -= 1) === 0;

/** Nothing that waits for this goes on, nor cleans up. */
function forGood(): Promise<never> {
  stopped();
  return new Promise(() => undefined);
}

const half = (bytes: string | Uint8Array) => bytes.slice(0, bytes.length / 2);

const { writeFile, open } = fs.promises;
fs.promises.writeFile = async (file, bytes, options) => {
  if (!isOver()) return writeFile(file, bytes, options);
  await writeFile(file, half(bytes as string | Uint8Array), options);
  return forGood();
};
for (const name of ['rename', 'rm', 'mkdir'] as const) {
  const real = fs.promises[name] as (...words: unknown[]) => Promise<unknown>;
  Object.assign(fs.promises, { [name]: (...words: unknown[]) => (isOver() ? forGood() : real(...words)) });
}
fs.promises.open = async (...words) => {
  const file = await open(...words);
  const [write, sync] = [file.writeFile.bind(file), file.sync.bind(file)];
  file.writeFile = async (bytes) => {
    if (!isOver()) return write(bytes);
    await write(half(bytes as Uint8Array));
    return forGood();
  };
  file.sync = () => (isOver() ? forGood() : sync());
  return file;
};
syncBuiltinESMExports();

const { ContentFolder } = await import('../../../src/desk/files/content-folder.ts');

async function begin(folder: string): Promise<void> {
  const content = await ContentFolder.open(folder);
  const writes = [];
  for (const [file, text] of Object.entries(JSON.parse(change) as Record<string, string>))
    writes.push({ file, bytes: Buffer.from(text), on: (await content.read(file))?.digest });
  await content.write(writes, { title: '改' });
  throw new Error(`the change has fewer steps than were told for ${folder}`);
}

for (const [step, folder] of Object.entries(JSON.parse(folders) as Record<string, string>)) {
  left = Number(step);
  await Promise.race([begin(folder), new Promise<void>((settle) => (stopped = settle))]);
}
process.kill(process.pid, 'SIGKILL');
