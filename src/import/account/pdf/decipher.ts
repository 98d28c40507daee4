import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { Uncountable } from './filters.ts';
import {
  bytesOf,
  isDictionary,
  isList,
  nameOf,
  numberOf,
  type Dictionary,
  type Stream,
  type Value,
} from './values.ts';

/** What a stream holds, decrypted. */
export type Decipher = (stream: Stream) => string;

/** What every password is filled up with (ISO 32000-1, 7.6.3.3, algorithm 2). */
const PADDING = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
const ROUNDS = 50;

/**
 * How the streams of a file are decrypted that opens without a password, as those do that only may not be printed or copied: RC4 and
 * AES of 128 bits (ISO 32000-1, 7.6), AES of 256 bits (ISO 32000-2, 7.6). Throws Uncountable.
 */
export function decipherFor(
  encryption: Dictionary,
  id: Value | undefined,
  resolve: (value: Value | undefined) => Value | undefined,
): Decipher {
  const entry = (name: string) => resolve(encryption.get(name));
  const version = numberOf(entry('V')) ?? 0;
  const method = version < 4 ? 'V2' : methodOf(encryption, resolve);
  if (nameOf(entry('Filter')) !== 'Standard' || version > 5) throw new Uncountable('文件用别的办法加了密');
  const noMetadata = entry('EncryptMetadata') === false;
  const ids = resolve(id);
  const first = bytesOf(resolve(isList(ids) ? ids[0] : undefined)) ?? '';
  const key = version === 5 ? keyOf256(entry) : keyOf128(entry, first, version, noMetadata);
  return (stream) => {
    const type = nameOf(stream.dictionary.get('Type'));
    if (method === 'Identity' || type === 'XRef' || (type === 'Metadata' && noMetadata)) return stream.raw;
    if (method === 'AESV3') return aes(key, stream.raw, 'aes-256-cbc');
    const own = keyOfObject(key, stream, method === 'AESV2');
    return method === 'AESV2' ? aes(own, stream.raw, 'aes-128-cbc') : rc4(own, stream.raw);
  };
}

function methodOf(encryption: Dictionary, resolve: (value: Value | undefined) => Value | undefined): string {
  const filter = nameOf(resolve(encryption.get('StmF'))) ?? 'Identity';
  const filters = resolve(encryption.get('CF'));
  const named = isDictionary(filters) ? resolve(filters.get(filter)) : undefined;
  return isDictionary(named) ? (nameOf(resolve(named.get('CFM'))) ?? 'Identity') : 'Identity';
}

function keyOf128(
  entry: (name: string) => Value | undefined,
  id: string,
  version: number,
  noMetadata: boolean,
): Buffer {
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE((numberOf(entry('P')) ?? 0) | 0);
  const revision = numberOf(entry('R')) ?? 2;
  const length =
    version === 1
      ? 5
      : Math.min(16, Math.max(5, (numberOf(entry('Length')) ?? (version === 4 ? 128 : 40)) / 8));
  let key = md5(
    PADDING,
    latin1((bytesOf(entry('O')) ?? '').slice(0, 32)),
    permissions,
    latin1(id),
    revision >= 4 && noMetadata ? Buffer.from('ffffffff', 'hex') : Buffer.alloc(0),
  );
  if (revision >= 3) for (let round = 0; round < ROUNDS; round += 1) key = md5(key.subarray(0, length));
  return key.subarray(0, length);
}

function keyOfObject(key: Buffer, { number, generation }: Stream, isAes: boolean): Buffer {
  const place = Buffer.from([
    number & 255,
    (number >> 8) & 255,
    (number >> 16) & 255,
    generation & 255,
    generation >> 8,
  ]);
  return md5(key, place, isAes ? Buffer.from('sAlT') : Buffer.alloc(0)).subarray(
    0,
    Math.min(16, key.length + 5),
  );
}

/** The key of the file under an empty password (ISO 32000-2, 7.6.4.3.3, algorithm 2.A). */
function keyOf256(entry: (name: string) => Value | undefined): Buffer {
  const user = latin1((bytesOf(entry('U')) ?? '').slice(0, 48));
  const wrapped = latin1((bytesOf(entry('UE')) ?? '').slice(0, 32));
  const salt = user.subarray(40, 48);
  const middle = numberOf(entry('R')) === 5 ? createHash('sha256').update(salt).digest() : hardened(salt);
  const decipher = createDecipheriv('aes-256-cbc', middle, Buffer.alloc(16)).setAutoPadding(false);
  return Buffer.concat([decipher.update(wrapped), decipher.final()]);
}

/** Algorithm 2.B of ISO 32000-2, 7.6.4.3.4, for an empty password. */
function hardened(salt: Buffer): Buffer {
  let key = createHash('sha256').update(salt).digest();
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const cipher = encrypt128(
      key.subarray(0, 16),
      key.subarray(16, 32),
      Buffer.concat(Array.from({ length: 64 }, () => key)),
    );
    const remainder = cipher.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(['sha256', 'sha384', 'sha512'][remainder] ?? 'sha256')
      .update(cipher)
      .digest();
    last = cipher.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

function encrypt128(key: Buffer, start: Buffer, bytes: Buffer): Buffer {
  const cipher = createCipheriv('aes-128-cbc', key, start).setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}

function aes(key: Buffer, raw: string, name: string): string {
  const bytes = latin1(raw);
  const whole = bytes.subarray(16, bytes.length - (bytes.length % 16));
  if (whole.length === 0) return '';
  const decipher = createDecipheriv(name, key, bytes.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(whole), decipher.final()]);
  const filler = plain.at(-1) ?? 0;
  return plain.subarray(0, plain.length - (filler <= 16 ? filler : 0)).toString('latin1');
}

function rc4(key: Buffer, raw: string): string {
  const box = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number) => ([box[a], box[b]] = [box[b] ?? 0, box[a] ?? 0]);
  for (let at = 0, other = 0; at < 256; at += 1) {
    other = (other + (box[at] ?? 0) + (key[at % key.length] ?? 0)) & 255;
    swap(at, other);
  }
  const bytes = latin1(raw);
  for (let at = 0, one = 0, other = 0; at < bytes.length; at += 1) {
    one = (one + 1) & 255;
    other = (other + (box[one] ?? 0)) & 255;
    swap(one, other);
    bytes[at] = (bytes[at] ?? 0) ^ (box[((box[one] ?? 0) + (box[other] ?? 0)) & 255] ?? 0);
  }
  return bytes.toString('latin1');
}

function md5(...parts: Buffer[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest();
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
