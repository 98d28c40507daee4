import { hash } from 'node:crypto';
import { frameOf, type Framed } from './frame.ts';
import { getSite, pagesOf } from './get-site.ts';
import type { PageKind } from './page.ts';

/** A page of a route for Astro: its parameters, its props, and a digest of them. */
export interface StaticPath<Props> {
  params: Record<string, string | undefined>;
  props: Framed<Props>;
  cacheKey: string;
}

/** `dev` keeps no pages, and keys to ten thousand of them would take longer than the page that is asked for. */
const NOT_KEPT = '';

/** The paths of a route's pages, for its `getStaticPaths`. */
export async function pathsOf<Props extends object>(kind: PageKind<Props>): Promise<StaticPath<Props>[]> {
  const frame = frameOf(await getSite());
  const frameKey = keyOf(frame);
  const paramsOf = paramsFrom(kind.route);
  return (await pagesOf(kind)).map(({ address, props }) => {
    return { params: paramsOf(address), props: { ...props, frame }, cacheKey: keyOf({ props, frameKey }) };
  });
}

/** The props of a route's only page. */
export async function propsOf<Props extends object>(kind: PageKind<Props>): Promise<Framed<Props>> {
  const [page] = await pagesOf(kind);
  if (!page) throw new Error(`no page ${kind.route}`);
  return { ...page.props, frame: frameOf(await getSite()) };
}

/**
 * A digest of a page's props: it changes with anything in them. Throws a TypeError for what is not plain data, which a digest would
 * pass over.
 */
export function keyOf(props: object): string {
  if (import.meta.env?.DEV) return NOT_KEPT;
  return hash('sha1', JSON.stringify(props, plainOnly), 'base64');
}

function plainOnly(name: string, value: unknown): unknown {
  const isPlain =
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    isRecord(value) ||
    value instanceof Date;
  if (typeof value === 'function' || !isPlain)
    throw new TypeError(`a page cannot print ${name}: it is no plain data`);
  return value;
}

function isRecord(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Reads the parameters of a route such as `/units/[unit]/[...path]/` off an address. */
export function paramsFrom(route: string): (address: string) => Record<string, string | undefined> {
  const names: string[] = [];
  const pattern = route.replace(
    /[.]|\/?\[(\.\.\.)?(\w+)\]/g,
    (part, rest: string | undefined, name?: string) => {
      if (name === undefined) return '\\.';
      names.push(name);
      const slash = part.startsWith('/') ? '/' : '';
      return rest ? `(?:${slash}(.+))?` : `${slash}([^/]+)`;
    },
  );
  const shape = new RegExp(`^${pattern}$`);
  return (address) => {
    const match = shape.exec(address);
    if (!match) throw new Error(`${address} is no address of ${route}`);
    return Object.fromEntries(names.map((name, index) => [name, match[index + 1]]));
  };
}
