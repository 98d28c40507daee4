import { isDeepStrictEqual } from 'node:util';
import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
  type Pair,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

type Values = Record<string, unknown>;

/** Words from `from` up to `to` that give way to others. */
interface Cut {
  from: number;
  to: number;
  words: string;
}

const LONGEST_LINE = 60;

/**
 * YAML with some of its fields set: `null` or `undefined` takes one away. What is not set keeps its bytes, comments and line ends with it; within
 * a field, too, only what is otherwise is written. `undefined` where that cannot be done so that the text says what it is to say.
 */
export function setFields(yaml: string, changes: Values): string | undefined {
  const before = valuesOf(yaml);
  if (!before) return undefined;
  const wanted = withChanges(before, changes);
  const end = yaml.includes('\r\n') ? '\r\n' : '\n';
  const document = parseDocument(yaml, { uniqueKeys: false });
  const root = document.contents;
  const text =
    root === null
      ? appended(yaml, wanted, end)
      : isMap(root)
        ? applied(yaml, mapCuts(yaml, root, before, wanted), end)
        : undefined;
  return text !== undefined && isDeepStrictEqual(valuesOf(text), wanted) ? text : undefined;
}

/** The fields of a YAML text; `undefined` where it holds none. */
export function valuesOf(yaml: string): Values | undefined {
  try {
    const document = parseDocument(yaml);
    if (document.errors.length > 0) return undefined;
    const value = document.toJS({ maxAliasCount: 100 }) as unknown;
    return value === null ? {} : isValues(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withChanges(before: Values, changes: Values): Values {
  const kept = Object.entries({ ...before, ...changes }).filter(
    ([name, value]) => !(name in changes) || (value !== null && value !== undefined),
  );
  return Object.fromEntries(
    kept.map(([name, value]) => [name, name in changes ? withoutEmpty(value) : value]),
  );
}

/** A form leaves fields empty that nobody filled in; they are not written. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isValues(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .map(([name, inner]) => [name, withoutEmpty(inner)]),
  );
}

function applied(yaml: string, cuts: readonly Cut[], end: string): string {
  const sorted = [...cuts].sort((one, other) => other.from - one.from);
  return sorted.reduce(
    (text, { from, to, words }) => text.slice(0, from) + words.replace(/\r?\n/g, end) + text.slice(to),
    yaml,
  );
}

function appended(yaml: string, wanted: Values, end: string): string {
  const kept = yaml === '' || yaml.endsWith('\n') ? yaml : yaml + end;
  const words = Object.entries(wanted).map(([name, value]) => `${written(name, value, 0)}\n`);
  return kept + words.join('').replaceAll('\n', end);
}

type MapPair = Pair<ParsedNode, ParsedNode | null>;

/** What has to be cut and put in so that a map becomes another. */
function mapCuts(yaml: string, map: YAMLMap, before: Values, wanted: Values): Cut[] {
  const pairs = map.items as unknown as MapPair[];
  const indent = columnAt(yaml, pairs[0]?.key.range[0] ?? 0);
  const cuts = pairs.flatMap((pair): Cut[] => {
    const name = String(isScalar(pair.key) ? pair.key.value : '');
    if (!(name in wanted)) return [removal(yaml, pair)];
    if (isDeepStrictEqual(before[name], wanted[name])) return [];
    return valueCuts(yaml, pair, name, before[name], wanted[name], indent);
  });
  const added = Object.keys(wanted).filter((name) => !(name in before));
  if (added.length === 0) return cuts;
  const last = pairs.at(-1);
  const from = last ? endOfPair(yaml, last) : yaml.length;
  const lead = ' '.repeat(indent);
  const words = added.map((name) => `\n${lead}${written(name, wanted[name], indent)}`).join('');
  return [...cuts, { from, to: from, words }];
}

function valueCuts(
  yaml: string,
  pair: MapPair,
  name: string,
  before: unknown,
  wanted: unknown,
  indent: number,
): Cut[] {
  const { value } = pair;
  if (isMap(value) && !value.flow && isValues(before) && isValues(wanted) && Object.keys(wanted).length > 0)
    return mapCuts(yaml, value, before, wanted);
  if (isSeq(value) && !value.flow && Array.isArray(before) && Array.isArray(wanted)) {
    const cuts = listCuts(yaml, value, before, wanted);
    if (cuts) return cuts;
  }
  const from = pair.key.range[0];
  return [
    { from, to: endOfPair(yaml, pair), words: written(name, wanted, indent, isNode(value) && isFlow(value)) },
  ];
}

/** A list of as many groups as before is changed group by group; any other is written anew. */
function listCuts(yaml: string, list: YAMLSeq, before: unknown[], wanted: unknown[]): Cut[] | undefined {
  if (before.length !== wanted.length) return undefined;
  const cuts: Cut[] = [];
  for (const [index, item] of list.items.entries()) {
    const [was, is] = [before[index], wanted[index]];
    if (isDeepStrictEqual(was, is)) continue;
    if (!isMap(item) || item.flow || !isValues(was) || !isValues(is)) return undefined;
    cuts.push(...mapCuts(yaml, item, was, is));
  }
  return cuts;
}

function isFlow(value: ParsedNode): boolean {
  return 'flow' in value && value.flow === true;
}

/** The whole lines of a pair, with a comment behind its value. */
function removal(yaml: string, pair: MapPair): Cut {
  const start = pair.key.range[0];
  const line = yaml.lastIndexOf('\n', start - 1) + 1;
  const isAlone = yaml.slice(line, start).trim() === '';
  const end = yaml.indexOf('\n', endOfPair(yaml, pair));
  return { from: isAlone ? line : start, to: end < 0 ? yaml.length : end + 1, words: '' };
}

/** Where the value of a pair ends, without line ends behind it. */
function endOfPair(yaml: string, { key, value }: MapPair): number {
  const colon = yaml.indexOf(':', key.range[1]) + 1;
  const end = value?.range ? Math.max(value.range[1], colon) : colon;
  return yaml.slice(0, end).trimEnd().length;
}

function columnAt(yaml: string, offset: number): number {
  return offset - (yaml.lastIndexOf('\n', offset - 1) + 1);
}

/** A field as it is written; lists of a few words on one line. */
function written(name: string, value: unknown, indent: number, wasFlow = false): string {
  const flow = stringify(
    { [name]: value },
    { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: !Array.isArray(value) },
  )
    .trim()
    .replace(/^\{ ?(.*?) ?\}$/su, '$1');
  const isShortList =
    Array.isArray(value) && value.every((item) => typeof item !== 'object') && flow.length <= LONGEST_LINE;
  if (wasFlow || isShortList) return flow;
  const block = stringify({ [name]: value }, { lineWidth: 0 }).trimEnd();
  return block.replaceAll('\n', `\n${' '.repeat(indent)}`);
}
