import { askedFormat } from '../print/asked-format.ts';
import { formatsWith, OFFICIAL, type PageFormat } from '../print/page-format.ts';
import { getCatalog } from './library.ts';

/** Every page format, with letters set as `site.yaml` asks. */
export async function pageFormats(): Promise<PageFormat[]> {
  const { site } = await getCatalog();
  const asked = site.print?.format;
  return formatsWith(asked ? askedFormat(OFFICIAL.id, OFFICIAL.name, asked) : OFFICIAL);
}
