import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ownName } from '../build-cache/own-name.ts';
import { makeFolder } from '../source/make-folder.ts';

const SITE = 'site.yaml';
/** The mark that every page of the demo office shows. */
const DEMO_NOTICE = '示例';

/** Whether a content folder holds the demo office, by the mark of its pages. */
export async function isDemo(contentDir: string): Promise<boolean> {
  try {
    const site = parse(await readFile(join(contentDir, SITE), 'utf8')) as { notice?: unknown } | null;
    return site?.notice === DEMO_NOTICE;
  } catch {
    return false;
  }
}

/**
 * Moves the demo aside and begins an office's own content with its `site.yaml`, both or neither. Resolves to the folder in which the demo now lies,
 * beside the content. Throws file system errors.
 */
export async function beginOffice(contentDir: string, siteYaml: string): Promise<string> {
  const begun = ownName(`${contentDir}.begun`);
  const aside = freeName(`${contentDir}-demo`);
  try {
    await makeFolder(begun);
    await writeFile(join(begun, SITE), siteYaml, { flag: 'wx' });
    await rename(contentDir, aside);
    try {
      await rename(begun, contentDir);
    } catch (error) {
      await rename(aside, contentDir);
      throw error;
    }
  } finally {
    await rm(begun, { recursive: true, force: true });
  }
  return aside;
}

function freeName(wanted: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!existsSync(name)) return name;
  }
}
