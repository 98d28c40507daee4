import { SearchFault } from './fault.ts';

/** Reads the files of one index. Each name is fetched once; a file that could not be read is asked for again. */
export interface IndexFiles {
  /** The unpacked bytes of a file whose name changes with its content. Throws SearchFault. */
  bytes(name: string): Promise<Uint8Array>;
  /** The newest version of a file with a fixed name; `early` is the answer to a request already made. Throws SearchFault. */
  newest(name: string, early?: Promise<Response>): Promise<Uint8Array>;
}

const GZIP = [0x1f, 0x8b];

/** Unpacks gzip data; data that a server has already unpacked on its way is left as it is. */
async function unpack(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (data[0] !== GZIP[0] || data[1] !== GZIP[1]) return data;
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function receive(address: string, answer: Promise<Response>): Promise<Uint8Array> {
  let data: ArrayBuffer;
  try {
    const response = await answer;
    if (!response.ok) throw new SearchFault('missing', `${address}: ${response.status}`);
    data = await response.arrayBuffer();
  } catch (error) {
    if (error instanceof SearchFault) throw error;
    throw new SearchFault('network', address, { cause: error });
  }
  if (typeof DecompressionStream === 'undefined') throw new SearchFault('browser', 'no DecompressionStream');
  try {
    return await unpack(new Uint8Array(data));
  } catch (error) {
    throw new SearchFault('missing', `${address}: not gzip data`, { cause: error });
  }
}

/** Opens the folder of an index, whose address ends in `/`. */
export function openFiles(folder: string): IndexFiles {
  const fetched = new Map<string, Promise<Uint8Array>>();
  return {
    bytes(name) {
      let file = fetched.get(name);
      if (!file) {
        file = receive(folder + name, fetch(folder + name));
        fetched.set(name, file);
        file.catch(() => fetched.delete(name));
      }
      return file;
    },
    newest: (name, early) => receive(folder + name, early ?? fetch(folder + name, { cache: 'no-cache' })),
  };
}
