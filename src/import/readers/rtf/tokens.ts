/** One piece of RTF source. */
export type RtfToken =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'word'; name: string; value: number | undefined }
  | { kind: 'byte'; value: number }
  | { kind: 'text'; text: string };

const TOKEN =
  /\{|\}|\\'(?<byte>[0-9a-fA-F]{2})|\\(?<name>[A-Za-z]+)(?<value>-?\d+)? ?|\\(?<symbol>[^A-Za-z])|[\r\n\0]+|(?<text>[^\\{}\r\n\0]+)/g;

/** The pieces of an RTF source, one byte a character (Rich Text Format Specification 1.9). Data after \bin is passed over. */
export function* tokensOf(source: string): Generator<RtfToken> {
  const pattern = new RegExp(TOKEN);
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    const { byte, name, value, symbol, text } = match.groups ?? {};
    if (match[0] === '{') yield { kind: 'open' };
    else if (match[0] === '}') yield { kind: 'close' };
    else if (byte !== undefined) yield { kind: 'byte', value: Number.parseInt(byte, 16) };
    else if (name === 'bin') pattern.lastIndex += Math.max(Number(value ?? 0), 0);
    else if (name !== undefined)
      yield {
        kind: 'word',
        name,
        value: value === undefined ? undefined : Number(value),
      };
    else if (symbol === '\n' || symbol === '\r') yield { kind: 'word', name: 'par', value: undefined };
    else if (symbol !== undefined) yield { kind: 'word', name: symbol, value: undefined };
    else if (text !== undefined) yield { kind: 'text', text };
  }
}
