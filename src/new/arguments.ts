/** The words of a command line, taken apart. */
export interface Arguments {
  /** Words that belong to no flag. */
  words: string[];
  /** `--title 题名` or `--title=题名`. */
  flags: Map<string, string>;
  wantsHelp: boolean;
}

/** Takes a command line apart. Returns what is wrong with it instead, in Chinese. */
export function readArguments(args: readonly string[]): Arguments | string {
  const found: Arguments = { words: [], flags: new Map(), wantsHelp: false };
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? '';
    if (word === '--help' || word === '-h') {
      found.wantsHelp = true;
      continue;
    }
    const flag = /^--([A-Za-z][A-Za-z.]*)(?:=(.*))?$/su.exec(word);
    if (!flag?.[1]) {
      found.words.push(word);
      continue;
    }
    const value = flag[2] ?? args[(index += 1)];
    if (value === undefined || (flag[2] === undefined && value.startsWith('--')))
      return `--${flag[1]} 后面没有内容`;
    if (found.flags.has(flag[1])) return `--${flag[1]} 写了两次`;
    found.flags.set(flag[1], value);
  }
  return found;
}
