import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSite } from '../../src/publish/build/build-site.ts';
import { printPacks } from '../../src/publish/pdf/print-packs.ts';
import { readSettings } from '../../src/source/settings.ts';
import { chromium } from '../browser/chromium.ts';
import { memoryBelow } from './memory.ts';
import { say } from '../print.ts';

const PACKS = 100;
/** The demo unit of 60 people whose pack is printed, and its plan of twelve sessions. */
const UNIT = 'people-hospital';
const PLAN = 'conduct-2026';
/** After how many packs the memory is noted. */
const STEP = 20;

/** Prints the packs of a hundred units in one run; the memory is that of this process and its browser together. */
export async function benchPdf(): Promise<void> {
  const root = path.resolve(import.meta.dirname, '../..');
  const folder = await mkdtemp(path.join(tmpdir(), 'zhixing-bench-'));
  try {
    const contentDir = path.join(folder, 'content');
    await cp(path.join(root, 'content'), contentDir, { recursive: true });
    const unit = await readFile(path.join(contentDir, 'units', `${UNIT}.yaml`), 'utf8');
    for (let number = 1; number <= PACKS; number += 1) {
      const own = unit
        .replace(/^name: .*$/m, `name: 云川市第${number}人民医院`)
        .replace(/^shortName: .*$/m, `shortName: 市${number}院`);
      await writeFile(path.join(contentDir, 'units', `bench-${number}.yaml`), own);
    }
    const settings = readSettings({ CONTENT_DIR: contentDir, OUT_DIR: path.join(folder, 'site') }, root);
    const { problems } = await buildSite(settings);
    if (problems.length > 0) throw new Error(problems.join('\n'));

    const started = performance.now();
    const memory: string[] = [];
    let printed = 0;
    const files = await printPacks(settings, chromium, {
      plan: PLAN,
      units: Array.from({ length: PACKS }, (_, index) => `bench-${index + 1}`),
      onFile: () => {
        printed += 1;
        if (printed % STEP === 0)
          memory.push(`${printed}: ${(memoryBelow(process.pid) / 1e6).toFixed(0)} MB`);
      },
    });
    const seconds = (performance.now() - started) / 1000;
    const largest = Math.max(...files.map(({ bytes }) => bytes));
    const pages = files.reduce((sum, file) => sum + file.pages, 0);
    say(`${files.length} packs, ${pages} pages: ${seconds.toFixed(1)} s`);
    say(`largest file: ${(largest / 1e6).toFixed(2)} MB`);
    say(`slowest pack: ${Math.max(...files.map((file) => file.seconds)).toFixed(1)} s`);
    say(`memory after packs (PSS, Linux only): ${memory.join(', ')}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
