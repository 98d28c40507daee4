import { UnreadableFile } from '../../../domain/decode.ts';
import type { Package } from '../../../domain/package/open-package.ts';
import { elementsOf, type XmlElement } from '../xml.ts';
import { partRoot } from './namespaces.ts';

/** Unpacks the files of a package that are wanted. */
export type OpenPackage = (isWanted: (name: string) => boolean) => Package;

/** A part that another names, by what it is to it: `styles`, `footnotes`, `aFChunk`. */
export interface Relation {
  id: string;
  kind: string;
  /** The name of the part; an address where it is external. */
  target: string;
  isExternal: boolean;
}

/** The parts of a Word file as its reader asks for them. */
export interface Parts {
  /** The names of the parts that are something to the body. */
  ofKind(...kinds: readonly string[]): string[];
  /** The part that the body names by an id. */
  byId(id: string | undefined): string | undefined;
  bytes(name: string | undefined): Uint8Array | undefined;
  /** The tree of a part, with the usual prefixes. */
  root(name: string | undefined): XmlElement | undefined;
}

const CONVENTIONAL: readonly [name: RegExp, kind: string][] = [
  [/^styles\.xml$/, 'styles'],
  [/^numbering\.xml$/, 'numbering'],
  [/^footnotes\.xml$/, 'footnotes'],
  [/^endnotes\.xml$/, 'endnotes'],
  [/^comments\.xml$/, 'comments'],
  [/^header\d*\.xml$/, 'header'],
  [/^footer\d*\.xml$/, 'footer'],
];
const MAIN = 'word/document.xml';

/** The parts of a Word file, found by the relations in which they stand and not by their names (ECMA-376-2, 9.3). */
export class WordParts implements Parts {
  readonly names: readonly string[];
  /** The name of the part that holds the body. */
  readonly main: string;
  /** The parts that the body's part names. */
  readonly relations: readonly Relation[];
  /** The parts that these name in their turn, and so on. */
  readonly further: readonly string[];
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #roots = new Map<string, XmlElement>();

  /** Throws UnreadableFile where there is no body. */
  constructor(open: OpenPackage) {
    const { names, files } = open((name) => name.endsWith('.rels') || name === '[Content_Types].xml');
    this.names = names;
    const byKey = new Map(names.map((name) => [name.toLowerCase(), name]));
    const existing = (name: string) => byKey.get(name.toLowerCase());
    const start = relationsIn(files.get(existing('_rels/.rels') ?? ''), '').find(
      ({ kind, isExternal }) => kind === 'officeDocument' && !isExternal,
    );
    const main = existing(start?.target ?? MAIN) ?? existing(MAIN);
    if (main === undefined)
      throw new UnreadableFile('压缩包里没有 Word 正文，不是 Word 文件；请用 Word 或 WPS 打开后另存为 .docx');
    this.main = main;
    const named = (source: string) =>
      relationsIn(files.get(existing(relationsOf(source)) ?? ''), source).map((relation) => ({
        ...relation,
        target: relation.isExternal ? relation.target : (existing(relation.target) ?? relation.target),
      }));
    const isTold = existing(relationsOf(main)) !== undefined;
    this.relations = isTold ? named(main) : byConvention(names, main);
    const direct = this.relations.filter(hasWords).map(({ target }) => target);
    const reached = new Set([main, ...direct]);
    for (const name of reached)
      for (const relation of name === main ? [] : named(name).filter(hasWords)) reached.add(relation.target);
    this.#files = open((name) => reached.has(name)).files;
    this.further = [...reached]
      .filter((name) => name !== main && !direct.includes(name) && this.#files.has(name))
      .sort();
  }

  /** The parts that are something to the body, in the order of their names. */
  ofKind(...kinds: readonly string[]): string[] {
    const found = this.relations.filter(
      ({ kind, target }) => kinds.includes(kind) && this.#files.has(target),
    );
    return [...new Set(found.map(({ target }) => target))].sort();
  }

  /** The part that the body names by an id. */
  byId(id: string | undefined): string | undefined {
    const target = this.relations.find((relation) => relation.id === id)?.target;
    return target !== undefined && this.#files.has(target) ? target : undefined;
  }

  bytes(name: string | undefined): Uint8Array | undefined {
    return this.#files.get(name ?? '');
  }

  /** The tree of a part, with the usual prefixes. Throws UnreadableFile where it is no XML. */
  root(name: string | undefined): XmlElement | undefined {
    const bytes = this.bytes(name);
    if (name === undefined || bytes === undefined) return undefined;
    const root = this.#roots.get(name) ?? partRoot(bytes, name);
    this.#roots.set(name, root);
    return root;
  }
}

/** What pictures, fonts, themes, settings and programs are to a document: they hold no words of it. */
const WORDLESS = new Set(
  (
    'image font fontTable theme settings webSettings customXml customXmlProps package oleObject vbaProject wordVbaData printerSettings control ' +
    'activeXControlBinary video audio media hyperlink attachedTemplate keyMapCustomizations stylesWithEffects people commentsExtended commentsIds ' +
    'commentsExtensible diagramLayout diagramQuickStyle diagramColors documentTasks attachedToolbars recipientData webextension ' +
    'webextensiontaskpanes chartStyle chartColorStyle'
  ).split(' '),
);

function hasWords({ kind, isExternal }: Relation): boolean {
  return !isExternal && !WORDLESS.has(kind);
}

/** Where the relations of a part stand. */
function relationsOf(name: string): string {
  const at = name.lastIndexOf('/') + 1;
  return `${name.slice(0, at)}_rels/${name.slice(at)}.rels`;
}

function relationsIn(bytes: Uint8Array | undefined, source: string): Relation[] {
  if (bytes === undefined) return [];
  return elementsOf(partRoot(bytes, relationsOf(source)))
    .filter(({ name }) => name.endsWith('Relationship'))
    .map(({ attributes }) => {
      const isExternal = attributes.TargetMode === 'External';
      const target = attributes.Target ?? '';
      return {
        id: attributes.Id ?? '',
        kind: (attributes.Type ?? '').split('/').at(-1) ?? '',
        target: isExternal ? target : resolved(target, source),
        isExternal,
      };
    });
}

/** The name of the part that a target leads to from another part. */
function resolved(target: string, source: string): string {
  const base = target.startsWith('/') ? '' : source.slice(0, source.lastIndexOf('/') + 1);
  const steps: string[] = [];
  for (const step of `${base}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The parts beside a body that comes without any relations. */
function byConvention(names: readonly string[], main: string): Relation[] {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  return names.flatMap((target) => {
    const name = target.startsWith(folder) ? target.slice(folder.length) : '';
    const kind = CONVENTIONAL.find(([pattern]) => pattern.test(name))?.[1];
    return kind === undefined ? [] : [{ id: target, kind, target, isExternal: false }];
  });
}
