import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readBody } from '../markdown/body.ts';
import { splitFrontMatter } from '../source/front-matter.ts';

/** The pages of the handbook in the order readers see them; each stands in `src/handbook/<id>.md`. */
export const HANDBOOK_IDS = ['readers', 'secretaries', 'branch-year', 'editors', 'operators'] as const;

const FOLDER = 'src/handbook';
const PICTURES = 'help';

/** One page of the handbook. */
export interface HandbookPage {
  id: string;
  /** Site-relative, without the base path. */
  address: string;
  title: string;
  /** For whom it is, in a sentence. */
  summary: string;
  html: string;
  /** Its headings, a task each. */
  tasks: { anchor: string; title: string; depth: number }[];
  paragraphs: { anchor: string; text: string }[];
}

/** Width and height of each picture in CSS pixels, by file name. */
export type PictureSizes = Record<string, { width: number; height: number }>;

/** Reads the handbook of the project in folder `root` for a site under `basePath`. Throws when a page cannot be read or is at fault. */
export async function readHandbook(root: string, basePath: string): Promise<HandbookPage[]> {
  const folder = join(root, FOLDER);
  const sizes = JSON.parse(await readFile(join(folder, 'pictures.json'), 'utf8')) as PictureSizes;
  return Promise.all(
    HANDBOOK_IDS.map(async (id) => {
      const { matter, body } = splitFrontMatter(await readFile(join(folder, `${id}.md`), 'utf8'));
      const { title, summary } = parse(matter ?? '') as { title: string; summary: string };
      const { html = '', blocks, faults } = readBody(body, { isMdx: false, basePath });
      if (faults.length > 0) throw new Error(`${id}.md: ${faults[0]?.reason ?? ''}`);
      return {
        id,
        address: `/help/${id}/`,
        title,
        summary,
        html: withPictures(html, basePath, sizes),
        tasks: blocks.flatMap(({ anchor, text, headingDepth: depth }) =>
          depth === undefined ? [] : [{ anchor, title: text, depth }],
        ),
        paragraphs: blocks.map(({ anchor, text }) => ({ anchor, text })),
      };
    }),
  );
}

/** The handbook's pictures stand in its own folder, not among the content's; their size is known before they are loaded. */
function withPictures(html: string, basePath: string, sizes: PictureSizes): string {
  return html.replace(/<img src="[^"]*\/media\/([^"/]+)"/g, (_, name: string) => {
    const size = sizes[name];
    const room = size ? ` width="${size.width}" height="${size.height}"` : '';
    return `<img src="${basePath}${PICTURES}/${name}"${room} loading="lazy" decoding="async"`;
  });
}
