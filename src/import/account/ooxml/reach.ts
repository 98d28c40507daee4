import type { Package } from '../../../domain/package/open-package.ts';
import { xmlTokens } from '../xml-tokens.ts';

/** A part that the document reaches, by what it is and how far it stands from the body. */
export interface Reached {
  name: string;
  kind: string;
  isDirect: boolean;
}

/** Kinds that hold no words of the document; their parts are not even unpacked. */
const WORDLESS =
  /^(?:image|font|fontTable|theme|settings|webSettings|customXml|customXmlProps|package|oleObject|vbaProject|wordVbaData|printerSettings|control|activeXControlBinary|video|audio|media|hyperlink|attachedTemplate|keyMapCustomizations|stylesWithEffects|people|comments(?:Extended|Ids|Extensible)|diagramLayout|diagramQuickStyle|diagramColors|documentTasks|attachedToolbars|recipientData|aFChunk|webextension\w*|chart(?:Style|ColorStyle))$/;

/** Every part with words that the body reaches by relations, straight or through others, the body first, the others by name. */
export function reachedParts(index: Package): Reached[] {
  const byKey = new Map(index.names.map((name) => [name.toLowerCase(), name]));
  const start = relationsOf('', index, byKey).find(({ kind }) => kind === 'officeDocument')?.name;
  const main = start ?? byKey.get('word/document.xml');
  if (main === undefined) return [];
  const direct = relationsOf(main, index, byKey);
  const found = new Map<string, Reached>();
  const isTold = byKey.has(relationsName(main).toLowerCase());
  for (const { name, kind } of isTold ? direct : besideBody(main, index.names))
    if (name !== main && !found.has(name)) found.set(name, { name, kind, isDirect: true });
  for (const { name } of found.values())
    for (const further of relationsOf(name, index, byKey))
      if (further.name !== main && !found.has(further.name))
        found.set(further.name, { ...further, isDirect: false });
  const others = [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  return [{ name: main, kind: 'officeDocument', isDirect: true }, ...others];
}

function relationsName(name: string): string {
  return name.replace(/[^/]*$/, (file) => `_rels/${file}.rels`);
}

function relationsOf(
  source: string,
  { files }: Package,
  byKey: ReadonlyMap<string, string>,
): { name: string; kind: string }[] {
  const bytes = files.get(byKey.get(relationsName(source).toLowerCase()) ?? '');
  if (!bytes) return [];
  const found: { name: string; kind: string }[] = [];
  for (const token of xmlTokens(textOf(bytes))) {
    if (token.kind !== 'open' || !/(?:^|:)Relationship$/.test(token.name)) continue;
    const kind = /[^/]*$/.exec(token.attributes.get('Type') ?? '')?.[0] ?? '';
    const target = token.attributes.get('Target') ?? '';
    if (token.attributes.get('TargetMode') === 'External' || WORDLESS.test(kind)) continue;
    const folder = target.startsWith('/') ? '' : source.replace(/[^/]*$/, '');
    const path = new URL(`x:///${folder}${target.replace(/^\//, '')}`).pathname.slice(1);
    const name = byKey.get(path.toLowerCase()) ?? byKey.get(decodeURIComponent(path).toLowerCase());
    if (name !== undefined) found.push({ name, kind });
  }
  return found;
}

/** What stands beside a body that comes without relations, by the names that Word gives. */
function besideBody(main: string, names: readonly string[]): { name: string; kind: string }[] {
  const folder = main.replace(/[^/]*$/, '');
  return names.flatMap((name) => {
    const match = /^(?<kind>styles|numbering|footnotes|endnotes|comments|header|footer)\d*\.xml$/.exec(
      name.startsWith(folder) ? name.slice(folder.length) : '',
    );
    return match?.groups?.kind === undefined ? [] : [{ name, kind: match.groups.kind }];
  });
}

/** The text of an XML part in the encoding that its first bytes show. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const stated = /^[^>]*encoding\s*=\s*["'](?<name>[\w-]+)/.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 200)),
  )?.groups?.name;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(stated ?? 'gb18030').decode(bytes);
  }
}
