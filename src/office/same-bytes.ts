import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

const CORE = 'docProps/core.xml';

/**
 * An Office file with nothing in it of the moment at which it was written: no creation times, parts in the order of their names, every
 * part dated 1980 (the first day that a zip archive knows; in local time, which is what archives hold).
 */
export function withoutMoment(
  file: Uint8Array,
  change: (name: string, xml: string) => string = (_, xml) => xml,
): Uint8Array {
  const parts = unzipSync(file);
  const sorted: Zippable = {};
  for (const name of Object.keys(parts).sort(byContentTypesFirst)) {
    const data = parts[name] ?? new Uint8Array();
    sorted[name] =
      name.endsWith('.xml') || name.endsWith('.rels') ? strToU8(change(name, timeless(name, data))) : data;
  }
  return zipSync(sorted, { level: 9, mtime: new Date(1980, 0, 1) });
}

function timeless(name: string, data: Uint8Array): string {
  const xml = strFromU8(data);
  return name === CORE ? xml.replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, '') : xml;
}

/** Readers expect the list of content types first. */
function byContentTypesFirst(a: string, b: string): number {
  const first = Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml');
  return first || (a < b ? -1 : 1);
}
