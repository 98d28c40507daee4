import type { Random } from './random.ts';

type ByteDamage = readonly [name: string, damage: (bytes: Buffer, random: Random) => Uint8Array];

/** A text no file of an office comes near; long enough to tell a parser that is quadratic from one that is not. */
export const MOST = 100_000;

const PIECES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['a null character', [0]],
  ['a byte-order mark', [0xef, 0xbb, 0xbf]],
  ['a byte-order mark of UTF-16', [0xff, 0xfe]],
  ['half a surrogate pair', [0xed, 0xa0, 0x80]],
  ['an overlong character', [0xc0, 0xaf]],
  ['a character cut short', [0xe4, 0xb8]],
  ['GB18030', [0xd6, 0xd0, 0xb9, 0xfa]],
  ['a character that is none', [0xef, 0xbf, 0xbf]],
  ['a line separator', [0xe2, 0x80, 0xa8]],
  ['a carriage return', [0x0d]],
  ['a form feed', [0x0c]],
  ['an escape sequence', [0x1b, 0x5b, 0x33, 0x31, 0x6d]],
  ['a right-to-left override', [0xe2, 0x80, 0xae]],
  ['a character of a higher plane', [0xf0, 0xa0, 0xae, 0xb7]],
  ['a delete character', [0x7f]],
  ['a next-line character', [0xc2, 0x85]],
];

const AT_RANDOM: readonly ByteDamage[] = [
  ['bits flipped', flip],
  ['truncated', (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1))],
  ['emptied', () => new Uint8Array()],
  ['its beginning gone', (bytes, random) => bytes.subarray(random.below(bytes.length + 1))],
  ['a part written twice', twice],
  ['a part gone', withoutPart],
  ['noise', (_, random) => Uint8Array.from({ length: random.size(MOST) }, () => random.below(256))],
  [
    'line ends of Windows',
    (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1'),
  ],
  ['mixed line ends', mixedLineEnds],
  ['without line ends', (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\n', ''), 'latin1')],
  ['a huge line', (bytes, random) => put(bytes, random, Buffer.from('字'.repeat(random.size(MOST))))],
  ['many line ends', (bytes, random) => put(bytes, random, Buffer.from('\n'.repeat(random.size(MOST))))],
  ['many blanks', (bytes, random) => put(bytes, random, Buffer.from(' '.repeat(random.size(MOST))))],
];

/** Every way to damage the bytes of a file, whatever they mean. */
export const BYTE_DAMAGES: readonly ByteDamage[] = [
  ...AT_RANDOM,
  ...PIECES.map(([name, piece]): ByteDamage => [
    name,
    (bytes, random) => put(bytes, random, Buffer.from(piece)),
  ]),
];

function put(bytes: Buffer, random: Random, piece: Buffer): Buffer {
  const at = random.chance(0.2) ? 0 : random.below(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
}

function flip(bytes: Buffer, random: Random): Buffer {
  const flipped = Buffer.from(bytes);
  const times = Math.min(flipped.length, random.size(64));
  for (let time = 0; time < times; time += 1) {
    const at = random.below(flipped.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8));
  }
  return flipped;
}

function twice(bytes: Buffer, random: Random): Buffer {
  const from = random.below(bytes.length + 1);
  return put(bytes, random, bytes.subarray(from, from + random.size(2000)));
}

function withoutPart(bytes: Buffer, random: Random): Buffer {
  const from = random.below(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + random.size(400))]);
}

function mixedLineEnds(bytes: Buffer, random: Random): Buffer {
  const mixed = bytes.toString('latin1').replace(/\n/g, () => random.pick(['\n', '\r', '\r\n', '\n\r']));
  return Buffer.from(mixed, 'latin1');
}
