const FIRST_HAN_ROW = 0xb0;
const LAST_HAN_ROW = 0xf7;
const FIRST_CELL = 0xa1;
const LAST_CELL = 0xfe;

let characters: Set<string> | undefined;

function read(): Set<string> {
  const bytes: number[] = [];
  for (let row = FIRST_HAN_ROW; row <= LAST_HAN_ROW; row += 1) {
    for (let cell = FIRST_CELL; cell <= LAST_CELL; cell += 1) bytes.push(row, cell);
  }
  return new Set(new TextDecoder('gbk').decode(new Uint8Array(bytes)));
}

/** Whether a character is one of the 6,763 Han characters of GB 2312, the everyday Simplified set. */
export function isGb2312(character: string): boolean {
  characters ??= read();
  return characters.has(character);
}

const HAN = /\p{Script=Han}/u;

/** Whether a text holds a Han character outside GB 2312, which may be a Traditional or variant form. */
export function hasUncommonHan(text: string): boolean {
  return Array.from(text).some((character) => HAN.test(character) && !isGb2312(character));
}
