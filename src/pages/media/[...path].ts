import type { APIContext } from 'astro';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settings } from '../../catalog/settings.ts';
import { listFiles, MEDIA_FOLDER } from '../../source/content-files.ts';

export async function getStaticPaths() {
  const files = await listFiles(settings.contentDir, MEDIA_FOLDER);
  return files.map((file) => ({ params: { path: file.slice(MEDIA_FOLDER.length + 1) }, props: { file } }));
}

/** The pictures of the content folder, byte for byte. */
export async function GET({ props }: APIContext<{ file: string }>) {
  return new Response(await readFile(join(settings.contentDir, props.file)));
}
