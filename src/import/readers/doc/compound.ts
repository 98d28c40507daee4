import { UnreadableFile } from '../../../domain/decode.ts';

/** An OLE compound file ([MS-CFB]), the container of Word 97-2003: its streams and storages by name, at the top level only. */
export class CompoundFile {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  readonly #fat: number[] = [];
  readonly #entries = new Map<string, { type: number; start: number; size: number }>();
  readonly #sectorSize: number;
  #miniFat: number[] = [];
  #miniStream: Uint8Array = new Uint8Array();

  /** Throws UnreadableFile where the file is damaged. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.#sectorSize = 1 << this.#view.getUint16(0x1e, true);
      this.#readFat();
      this.#readDirectory();
    } catch (error) {
      throw new UnreadableFile('文件结构损坏，打不开；请用 Word 或 WPS 打开后另存一份', { cause: error });
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** A stream's bytes; `undefined` where there is none of that name. */
  stream(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry?.type !== STREAM) return undefined;
    const isMini = entry.size < this.#view.getUint32(0x38, true);
    return isMini
      ? this.#miniChain(entry.start).subarray(0, entry.size)
      : this.#chain(entry.start).subarray(0, entry.size);
  }

  #sector(index: number): Uint8Array {
    const at = (index + 1) * this.#sectorSize;
    return this.#bytes.subarray(at, at + this.#sectorSize);
  }

  #readFat(): void {
    const sectors: number[] = [];
    for (let at = 0x4c; at < 0x200; at += 4) sectors.push(this.#view.getUint32(at, true));
    let more = this.#view.getUint32(0x44, true);
    for (let guard = 0; more < LAST_SECTOR && guard < MOST_SECTORS; guard += 1) {
      const table = numbersIn(this.#sector(more));
      more = table.pop() ?? END;
      sectors.push(...table);
    }
    for (const sector of sectors)
      if (sector < LAST_SECTOR) this.#fat.push(...numbersIn(this.#sector(sector)));
  }

  #readDirectory(): void {
    const directory = this.#chain(this.#view.getUint32(0x30, true));
    const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
    const seen = new Set<number>();
    const visit = (id: number): void => {
      const at = id * ENTRY_SIZE;
      if (id >= NO_ENTRY || seen.has(id) || at + ENTRY_SIZE > directory.length) return;
      seen.add(id);
      const length = Math.max(0, Math.min(64, view.getUint16(at + 0x40, true)) - 2);
      const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + length));
      const entry = {
        type: directory[at + 0x42] ?? 0,
        start: view.getUint32(at + 0x74, true),
        size: view.getUint32(at + 0x78, true),
      };
      this.#entries.set(name.toLowerCase(), entry);
      visit(view.getUint32(at + 0x44, true));
      visit(view.getUint32(at + 0x48, true));
      if (id === 0) {
        this.#miniFat = numbersIn(this.#chain(this.#view.getUint32(0x3c, true)));
        this.#miniStream = this.#chain(entry.start).subarray(0, entry.size);
        visit(view.getUint32(at + 0x4c, true));
      }
    };
    visit(0);
  }

  #chain(start: number): Uint8Array {
    const sectors: Uint8Array[] = [];
    for (let sector = start; sector < LAST_SECTOR; sector = this.#fat[sector] ?? END) {
      if (sectors.length > this.#fat.length) throw new RangeError('endless chain');
      sectors.push(this.#sector(sector));
    }
    return Buffer.concat(sectors);
  }

  #miniChain(start: number): Uint8Array {
    const sectors: Uint8Array[] = [];
    for (let sector = start; sector < LAST_SECTOR; sector = this.#miniFat[sector] ?? END) {
      if (sectors.length > this.#miniFat.length) throw new RangeError('endless chain');
      sectors.push(this.#miniStream.subarray(sector * MINI_SECTOR, (sector + 1) * MINI_SECTOR));
    }
    return Buffer.concat(sectors);
  }
}

const STREAM = 2;
const ENTRY_SIZE = 128;
const MINI_SECTOR = 64;
const END = 0xfffffffe;
/** From here on numbers of sectors are marks. */
const LAST_SECTOR = 0xfffffffa;
const NO_ENTRY = 0xffffffff;
const MOST_SECTORS = 1_000_000;

function numbersIn(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getUint32(index * 4, true));
}
