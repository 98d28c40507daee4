import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

const CORE = 'docProps/core.xml';

/** An Office file without any trace of when it was written: no creation times, and zipped by `zipParts`. */
export function withoutMoment(
  file: Uint8Array,
  change: (name: string, xml: string) => string = (_, xml) => xml,
): Uint8Array {
  const parts = unzipSync(file);
  for (const [name, data] of Object.entries(parts)) {
    if (name.endsWith('.xml') || name.endsWith('.rels'))
      parts[name] = strToU8(change(name, timeless(name, data)));
  }
  return zipParts(parts);
}

/**
 * Parts of an Office file as a zip archive: equal parts give equal bytes. They stand in the order of their names, every one dated 1980
 * (the first day that a zip archive knows; in local time, which is what archives hold).
 */
export function zipParts(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const sorted: Zippable = {};
  for (const name of Object.keys(parts).sort(byContentTypesFirst)) sorted[name] = parts[name]!;
  return zipSync(sorted, { level: 6, mtime: new Date(1980, 0, 1) });
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
