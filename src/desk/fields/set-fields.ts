import { isDeepStrictEqual } from 'node:util';
import {
  Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  Scalar,
  visit,
  type Pair,
  type ParsedNode,
  type ToStringOptions,
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
  const saysIt = (text: string) => isDeepStrictEqual(valuesOf(text), wanted);
  if (root === null) return [appended(yaml, wanted, end)].find(saysIt);
  if (!isMap(root)) return undefined;
  // Where a list cannot be put together of the pieces of the old one, it is written anew.
  for (const lists of [listCuts, () => undefined]) {
    const text = applied(yaml, mapCuts({ yaml, lists }, root, before, wanted), end);
    if (saysIt(text)) return text;
  }
  return undefined;
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
  const words = Object.entries(wanted).map(([name, value]) => `${writtenField(name, value, 0)}\n`);
  return kept + words.join('').replaceAll('\n', end);
}

type MapPair = Pair<ParsedNode, ParsedNode | null>;

/** A text, and how a list in it becomes another; `undefined` has it written anew. */
interface Change {
  yaml: string;
  lists: (change: Change, pair: MapPair, before: unknown[], wanted: unknown[]) => Cut[] | undefined;
}

/** What has to be cut and put in so that a map becomes another. */
function mapCuts(change: Change, map: YAMLMap, before: Values, wanted: Values): Cut[] {
  const { yaml } = change;
  const pairs = map.items as unknown as MapPair[];
  const indent = columnAt(yaml, pairs[0]?.key.range[0] ?? 0);
  const cuts = pairs.flatMap((pair): Cut[] => {
    const name = String(isScalar(pair.key) ? pair.key.value : '');
    if (!(name in wanted)) return [removal(yaml, pair)];
    if (isDeepStrictEqual(before[name], wanted[name])) return [];
    return valueCuts(change, pair, { name, before: before[name], wanted: wanted[name], indent });
  });
  const added = Object.keys(wanted).filter((name) => !(name in before));
  if (added.length === 0) return cuts;
  const lead = ' '.repeat(indent);
  const fields = added.map((name) => writtenField(name, wanted[name], indent));
  const last = pairs.findLast(({ key }) => String(isScalar(key) ? key.value : '') in wanted);
  const [first, end] = [pairs[0], pairs.at(-1)];
  if (!last && first && end)
    return [{ from: first.key.range[0], to: endOfPair(yaml, end), words: fields.join(`\n${lead}`) }];
  const from = last ? endOfLine(yaml, endOfPair(yaml, last)) : yaml.length;
  const words = fields.map((field) => `\n${lead}${field}`).join('');
  return [...cuts, { from, to: from, words }];
}

function valueCuts(
  change: Change,
  pair: MapPair,
  field: { name: string; before: unknown; wanted: unknown; indent: number },
): Cut[] {
  const { name, before, wanted, indent } = field;
  const { value } = pair;
  if (isMap(value) && !value.flow && isValues(before) && isValues(wanted) && Object.keys(wanted).length > 0)
    return mapCuts(change, value, before, wanted);
  if (isSeq(value) && !value.flow && Array.isArray(before) && Array.isArray(wanted)) {
    const cuts = change.lists(change, pair, before, wanted);
    if (cuts) return cuts;
  }
  const from = pair.key.range[0];
  const words = writtenField(name, wanted, indent, isNode(value) && isFlow(value));
  return [{ from, to: endOfPair(change.yaml, pair), words }];
}

/**
 * A list becomes another of the pieces of the old one: each item keeps its lines, with the comments above it, wherever it goes; what is otherwise in an
 * item is changed within it, and only what is new is written.
 */
function listCuts(change: Change, pair: MapPair, before: unknown[], wanted: unknown[]): Cut[] | undefined {
  const { yaml } = change;
  const items = (pair.value as unknown as YAMLSeq).items as unknown as ParsedNode[];
  if (wanted.length === 0 || items.length === 0) return undefined;
  const from = originsOf(before, wanted);
  const within = (index: number, value: unknown): Cut[] =>
    itemCuts(change, items[index]!, before[index], value);
  const isSameOrder = before.length === wanted.length && from.every((origin, index) => origin === index);
  if (isSameOrder) return wanted.flatMap((value, index) => within(index, value));
  const pieces = piecesOf(yaml, pair.key.range[1], items);
  if (!pieces) return undefined;
  const lead = `${' '.repeat(columnAt(yaml, dashBefore(yaml, items[0]!.range[0])))}- `;
  const text = wanted.map((value, index) => {
    const origin = from[index];
    if (origin === undefined) return `${lead}${writtenItem(value, lead.length)}\n`;
    const { start, end } = pieces[origin]!;
    const cuts = within(origin, value).map((cut) => ({ ...cut, from: cut.from - start, to: cut.to - start }));
    const piece = applied(yaml.slice(start, end), cuts, '\n');
    return piece.endsWith('\n') ? piece : `${piece}\n`;
  });
  const start = pieces[0]!.start;
  const end = pieces.at(-1)!.end;
  const words = text.join('');
  return [{ from: start, to: end, words: yaml.slice(start, end).endsWith('\n') ? words : words.trimEnd() }];
}

/** What has to be changed within one item of a list. */
function itemCuts(change: Change, item: ParsedNode, was: unknown, is: unknown): Cut[] {
  if (isDeepStrictEqual(was, is)) return [];
  if (isMap(item) && !item.flow && isValues(was) && isValues(is) && Object.keys(is).length > 0)
    return mapCuts(change, item, was, is);
  const [from, end] = item.range;
  const to = change.yaml.slice(0, end).trimEnd().length;
  return [{ from, to, words: isFlow(item) ? flowOf(is) : writtenItem(is, columnAt(change.yaml, from)) }];
}

/** The lines of each item, those between it and the one before it included; `undefined` where items share a line. */
function piecesOf(
  yaml: string,
  keyEnd: number,
  items: readonly ParsedNode[],
): { start: number; end: number }[] | undefined {
  let start = yaml.indexOf('\n', keyEnd) + 1;
  const pieces = items.map(({ range }) => {
    const last = yaml.slice(0, range[1]).trimEnd().length;
    const line = yaml.indexOf('\n', last);
    const piece = { start, end: line < 0 ? yaml.length : line + 1 };
    start = piece.end;
    return piece;
  });
  const isApart = items.every(({ range }, index) => {
    const line = yaml.lastIndexOf('\n', range[0] - 1) + 1;
    return line >= pieces[index]!.start && yaml.slice(line, range[0]).trim() === '-';
  });
  return isApart ? pieces : undefined;
}

function dashBefore(yaml: string, offset: number): number {
  return yaml.lastIndexOf('-', offset - 1);
}

/** Which item of the old list each of the new one was: the same, else one that bears the same name, else, where nothing moved, that of its place. */
function originsOf(before: readonly unknown[], wanted: readonly unknown[]): (number | undefined)[] {
  const taken = new Set<number>();
  const take = (fits: (was: unknown, index: number) => boolean): number | undefined => {
    const found = before.findIndex((was, index) => !taken.has(index) && fits(was, index));
    if (found < 0) return undefined;
    taken.add(found);
    return found;
  };
  const same = wanted.map((value, index) => take((was, at) => at === index && isDeepStrictEqual(was, value)));
  const moved = wanted.map((value, index) => same[index] ?? take((was) => isDeepStrictEqual(was, value)));
  const named = wanted.map((value, index) => {
    const name = nameIn(value);
    return moved[index] ?? (name === undefined ? undefined : take((was) => nameIn(was) === name));
  });
  if (before.length !== wanted.length) return named;
  return named.map((origin, index) => origin ?? take((_, at) => at === index));
}

/** The fields by which an item of a list is told from the others. */
const NAMES = ['id', 'session', 'plan', 'turn', 'name', 'title', 'text', 'of'];

function nameIn(value: unknown): string | undefined {
  if (!isValues(value)) return undefined;
  const key = NAMES.find((name) => typeof value[name] === 'string' || typeof value[name] === 'number');
  return key === undefined ? undefined : `${key} ${String(value[key])}`;
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

/** Where a line ends that holds nothing more from `offset` on, or only a comment; else `offset`. */
function endOfLine(yaml: string, offset: number): number {
  const rest = /^[ \t]*(?:#[^\r\n]*)?(?=\r?\n|$)/.exec(yaml.slice(offset));
  return offset + (rest?.[0].length ?? 0);
}

function columnAt(yaml: string, offset: number): number {
  return offset - (yaml.lastIndexOf('\n', offset - 1) + 1);
}

/** A field as it is written; within another field and in lists, what is short stands on one line. */
function writtenField(name: string, value: unknown, indent: number, wasFlow = false): string {
  const isShort = isShortList(name, value) || (indent > 0 && isShortGroup(value));
  if (wasFlow || isShort) return flowField(name, value);
  if (Array.isArray(value) && value.some(isValues)) {
    const lead = ' '.repeat(indent + 2);
    const items = value.map((item) => `\n${lead}- ${writtenItem(item, indent + 4)}`);
    return `${writtenKey(name)}:${items.join('')}`;
  }
  const block = yamlOf({ [name]: value }).trimEnd();
  return block.replaceAll('\n', `\n${' '.repeat(indent)}`);
}

/** An item of a list behind its dash, whose other lines begin at `indent`. */
function writtenItem(value: unknown, indent: number): string {
  if (!isValues(value) || isShortGroup(value)) return flowOf(value);
  const fields = Object.entries(value).map(([name, inner]) => writtenField(name, inner, indent));
  return fields.join(`\n${' '.repeat(indent)}`);
}

function isShortList(name: string, value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((item) => typeof item !== 'object') &&
    flowField(name, value).length <= LONGEST_LINE
  );
}

function isShortGroup(value: unknown): boolean {
  return (
    isValues(value) &&
    Object.values(value).every((inner) => typeof inner !== 'object' || isShortGroup(inner)) &&
    flowOf(value).length <= LONGEST_LINE
  );
}

function writtenKey(name: string): string {
  return yamlOf(name).trim();
}

function flowField(name: string, value: unknown): string {
  return `${writtenKey(name)}: ${flowOf(value)}`;
}

/** A value on one line. */
function flowOf(value: unknown): string {
  const isGroup = isValues(value);
  return yamlOf(value, { collectionStyle: 'flow', flowCollectionPadding: isGroup }).trim();
}

const HOUR = /^\d{1,2}:\d{2}$/;

/** YAML of a value. 14:30 without marks is a number of seconds to older readers of YAML. */
function yamlOf(value: unknown, options: ToStringOptions = {}): string {
  const document = new Document(value);
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && HOUR.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0, ...options });
}
