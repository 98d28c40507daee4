import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib';
import { isText, mediaTypeOf } from '../hosting/media-types.ts';

const SMALLEST = 1024;
/** Where gzip notes the system it ran on; 255 is "unknown" (RFC 1952, 2.3.1). */
const SYSTEM_AT = 9;

const CODERS = {
  gz: async (bytes: Buffer) => {
    const packed = await promisify(gzip)(bytes, { level: 9 });
    packed[SYSTEM_AT] = 255;
    return packed;
  },
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
};

/** Forms in which a server may send a file, by the ending it looks for beside it. */
export type Coding = keyof typeof CODERS;

/** Whether a compressed file is laid beside a file of that name and that many bytes. */
export function isWorthCompressing(name: string, bytes: number): boolean {
  const type = mediaTypeOf(name);
  return type !== undefined && isText(type) && bytes >= SMALLEST;
}

/** The file compressed as well as can be; equal bytes give equal bytes, on any day and system. */
export async function compressed(bytes: Buffer, coding: Coding): Promise<Buffer> {
  return CODERS[coding](bytes);
}

const DECODERS = { gz: promisify(gunzip), br: promisify(brotliDecompress) };

/** Whether bytes are a compressed form of a file: a server sends them in its stead without looking at it. */
export async function isFormOf(form: Buffer, bytes: Buffer, coding: Coding): Promise<boolean> {
  const plain = await DECODERS[coding](form, { maxOutputLength: bytes.length + 1 }).catch(() => undefined);
  return plain?.equals(bytes) ?? false;
}
