/** A piece of an XML text, its name with the prefix that its vocabulary usually has. */
export type XmlToken =
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string> }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

/** Vocabularies by what their addresses end in, transitional and strict alike. */
const VOCABULARIES: readonly (readonly [address: RegExp, prefix: string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$|\/word\/2003\/wordml$/, 'w'],
  [/\/officeDocument\/(?:2006\/)?math$|\/omml\/2004\/12\/core$/, 'm'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a'],
  [/\/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp'],
  [/\/drawingml\/(?:2006\/)?chart$/, 'c'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
];
const PIECE =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[(?<data>[\s\S]*?)\]\]>|<(?<slash>\/?)(?<name>[^\s/>!?]+)(?<inside>(?:[^"'>]|"[^"]*"|'[^']*')*)>|[^<]+/g;
const ATTRIBUTE = /(?<name>[^\s=]+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/g;

type Scope = ReadonlyMap<string, string>;

/** The pieces of a well-formed XML text one after the other, without building a tree: an account reads a file with it, never a reader. */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  const scopes: Scope[] = [new Map()];
  for (const match of xml.matchAll(PIECE)) {
    const { slash, name, inside = '', data } = match.groups ?? {};
    if (data !== undefined) yield { kind: 'text', text: data };
    else if (name === undefined) {
      if (!match[0].startsWith('<')) yield { kind: 'text', text: unescaped(match[0]) };
    } else if (slash) {
      const scope = scopes.pop() ?? new Map<string, string>();
      yield { kind: 'close', name: named(name, scope) };
    } else {
      const written = [...inside.matchAll(ATTRIBUTE)].map(({ groups }): [string, string] => [
        groups?.name ?? '',
        unescaped(groups?.double ?? groups?.single ?? ''),
      ]);
      const scope = scopeWith(written, scopes.at(-1) ?? new Map<string, string>());
      const attributes = new Map(
        written.map(([own, value]) => [own.includes(':') ? named(own, scope) : own, value]),
      );
      yield { kind: 'open', name: named(name, scope), attributes };
      if (inside.endsWith('/')) yield { kind: 'close', name: named(name, scope) };
      else scopes.push(scope);
    }
  }
}

function scopeWith(attributes: readonly [string, string][], outer: Scope): Scope {
  const declared = attributes.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  return new Map([
    ...outer,
    ...declared.map(([name, address]): [string, string] => [
      name.slice('xmlns:'.length),
      VOCABULARIES.find(([pattern]) => pattern.test(address))?.[1] ?? '',
    ]),
  ]);
}

function named(name: string, scope: Scope): string {
  const at = name.indexOf(':');
  const usual = scope.get(at < 0 ? '' : name.slice(0, at));
  return usual ? `${usual}:${name.slice(at + 1)}` : name;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(
    /&(?:#x(?<hex>[0-9a-f]+)|#(?<decimal>\d+)|(?<name>\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      return String.fromCodePoint(Number.parseInt(hex ?? decimal ?? '0', hex === undefined ? 10 : 16));
    },
  );
}
