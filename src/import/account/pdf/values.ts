/** What a PDF is made of (ISO 32000-1, 7.3). Bytes are strings of characters up to U+00FF. */
export type Value =
  null | boolean | number | Name | Bytes | Reference | Keyword | Dictionary | Stream | readonly Value[];

export interface Name {
  kind: 'name';
  name: string;
}

export interface Bytes {
  kind: 'bytes';
  bytes: string;
}

export interface Reference {
  kind: 'reference';
  number: number;
}

/** An operator, or a word that has no place in an object. */
export interface Keyword {
  kind: 'keyword';
  word: string;
}

export type Dictionary = ReadonlyMap<string, Value>;

export interface Stream {
  kind: 'stream';
  dictionary: Dictionary;
  /** As it stands in the file, coded and encrypted. */
  raw: string;
  /** The object that it is, which its cipher depends on. */
  number: number;
  generation: number;
}

type Tagged = Name | Bytes | Reference | Keyword | Stream;

function isTagged(value: Value | undefined): value is Tagged {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

export function isStream(value: Value | undefined): value is Stream {
  return isTagged(value) && value.kind === 'stream';
}

export function isReference(value: Value | undefined): value is Reference {
  return isTagged(value) && value.kind === 'reference';
}

export function isDictionary(value: Value | undefined): value is Dictionary {
  return value instanceof Map;
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function nameOf(value: Value | undefined): string | undefined {
  return isTagged(value) && value.kind === 'name' ? value.name : undefined;
}

export function bytesOf(value: Value | undefined): string | undefined {
  return isTagged(value) && value.kind === 'bytes' ? value.bytes : undefined;
}

export function keywordOf(value: Value | undefined): string | undefined {
  return isTagged(value) && value.kind === 'keyword' ? value.word : undefined;
}

export function numberOf(value: Value | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
