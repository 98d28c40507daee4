import { deflateSync, inflateSync } from 'node:zlib';

/** Objects that one object stream holds. */
const A_STREAM = 200;

interface Entry {
  /** 1: at an offset of the file; 2: the index-th object of an object stream. */
  type: 1 | 2;
  place: number;
  index: number;
}

/**
 * The same PDF with its small objects packed into compressed object streams (ISO 32000-1, 7.5.7 and 7.5.8). Chromium writes every element of the
 * structure tree as plain text, which makes up half of a tagged file of forms. Takes only what Chromium writes: one classic cross-reference
 * table, no encryption, generation 0. `rewrite` may give a stream (its inflated text) new content. Throws a RangeError on anything else.
 */
export function compactPdf(
  pdf: Buffer,
  rewrite: (stream: string) => string | undefined = () => undefined,
): Buffer {
  const text = pdf.toString('latin1');
  const { offsets, trailer } = readTable(text);
  const starts = [...offsets].sort((a, b) => a[1] - b[1]);
  const tableAt = text.lastIndexOf('xref\n0 ');
  const entries = new Map<number, Entry>();
  const chunks: Buffer[] = [Buffer.from('%PDF-1.5\n%\xd3\xeb\xe9\xe1\n', 'latin1')];
  let length = chunks[0]!.length;
  const write = (bytes: Buffer) => {
    chunks.push(bytes);
    length += bytes.length;
  };

  const small: { number: number; body: string }[] = [];
  starts.forEach(([number, start], index) => {
    const whole = text.slice(start, starts[index + 1]?.[1] ?? tableAt);
    const head = `${number} 0 obj\n`;
    const end = whole.lastIndexOf('endobj');
    if (!whole.startsWith(head) || end < 0)
      throw new RangeError(`object ${number} is not where the table says`);
    const body = whole.slice(head.length, end).trimEnd();
    if (/\bstream\r?\n/.test(body)) {
      entries.set(number, { type: 1, place: length, index: 0 });
      write(rewritten(number, body, rewrite) ?? pdf.subarray(start, start + whole.length));
    } else {
      small.push({ number, body });
    }
  });

  let next = Math.max(...offsets.keys()) + 1;
  for (let from = 0; from < small.length; from += A_STREAM) {
    const group = small.slice(from, from + A_STREAM);
    const number = next++;
    entries.set(number, { type: 1, place: length, index: 0 });
    group.forEach((object, index) => entries.set(object.number, { type: 2, place: number, index }));
    write(objectStream(number, group));
  }

  const number = next++;
  const start = length;
  entries.set(number, { type: 1, place: start, index: 0 });
  write(crossReferences(number, next, entries, trailer));
  write(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(chunks);
}

/** A compressed stream without parameters whose text `rewrite` changes; `undefined` for any other. */
function rewritten(
  number: number,
  body: string,
  rewrite: (stream: string) => string | undefined,
): Buffer | undefined {
  const [head = '', dictionary = ''] = /^<<([^<>]*)>>\s*stream\r?\n/.exec(body) ?? [];
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
  if (!dictionary.includes('/Filter /FlateDecode') || Number.isNaN(length)) return undefined;
  const packed = Buffer.from(body.slice(head.length, head.length + length), 'latin1');
  const text = rewrite(inflateSync(packed).toString('latin1'));
  if (text === undefined) return undefined;
  const rest = dictionary.replace(/\/(Filter \/FlateDecode|Length \d+)\s*/g, '').trim();
  return stream(number, rest, Buffer.from(text, 'latin1'));
}

function readTable(text: string): { offsets: Map<number, number>; trailer: string } {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? -1);
  const table = /^xref\n0 (\d+)\n/.exec(text.slice(start));
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(text.slice(start))?.[1];
  if (!table || trailer === undefined || /\/(Encrypt|Prev)\b/.test(trailer))
    throw new RangeError('not a PDF as Chromium writes it');
  const offsets = new Map<number, number>();
  const first = start + table[0].length;
  for (let number = 0; number < Number(table[1]); number += 1) {
    const line = text.slice(first + number * 20, first + number * 20 + 18);
    if (line.endsWith('n')) offsets.set(number, Number(line.slice(0, 10)));
  }
  return { offsets, trailer: trailer.replace(/\/Size \d+\s*/, '').trim() };
}

function objectStream(number: number, group: readonly { number: number; body: string }[]): Buffer {
  let offset = 0;
  const index = group.map((object) => {
    const entry = `${object.number} ${offset}`;
    offset += object.body.length + 1;
    return entry;
  });
  const head = `${index.join(' ')}\n`;
  const data = Buffer.from(head + group.map(({ body }) => `${body}\n`).join(''), 'latin1');
  return stream(number, `/Type /ObjStm /N ${group.length} /First ${head.length}`, data);
}

/** The cross-reference stream: 1 byte of type, 4 of place, 2 of index for every number. */
function crossReferences(
  number: number,
  size: number,
  entries: ReadonlyMap<number, Entry>,
  trailer: string,
): Buffer {
  const data = Buffer.alloc(size * 7);
  data.writeUInt16BE(0xffff, 5);
  for (const [at, { type, place, index }] of entries) {
    data.writeUInt8(type, at * 7);
    data.writeUInt32BE(place, at * 7 + 1);
    data.writeUInt16BE(index, at * 7 + 5);
  }
  return stream(number, `/Type /XRef /Size ${size} /W [1 4 2] ${trailer}`, data);
}

function stream(number: number, dictionary: string, data: Buffer): Buffer {
  const packed = deflateSync(data, { level: 9 });
  return Buffer.concat([
    Buffer.from(
      `${number} 0 obj\n<<${dictionary} /Filter /FlateDecode /Length ${packed.length}>>\nstream\n`,
      'latin1',
    ),
    packed,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}
