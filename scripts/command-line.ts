/** What may stand on a command line behind `--name`. */
export interface OptionUsage {
  /** What its value is called; without it the option has none. */
  takes?: string;
  /** Its value may be left out. */
  mayBeBare?: boolean;
  /** It may be written more than once. */
  isRepeated?: boolean;
  means: string;
}

/** A command as people see it. */
export interface CommandUsage<Options extends Record<string, OptionUsage> = Record<string, OptionUsage>> {
  /** How it is called: `npm run pdf`. */
  call: string;
  /** What stands behind it beside options, and how often; nothing without it. */
  words?: { called: string; least: number; most: number };
  /** What it does, a paragraph a string. */
  does: string;
  options?: Options;
  /** Options of any other name, each with a value. */
  others?: { called: string; takes: string; means: string };
  /** What else there is to say below the options. */
  notes?: string;
}

/** The values of options by their names. */
export type Values<Options> = {
  [Name in keyof Options]: Options[Name] extends { takes: string; isRepeated: true }
    ? string[]
    : Options[Name] extends { takes: string }
      ? string | undefined
      : boolean;
};

/** What was written on a command line. */
export interface CommandLine<Options = Record<string, OptionUsage>> {
  words: string[];
  values: Values<Options>;
  /** Options of other names, where the command takes them. */
  others: Map<string, string>;
}

interface Reading {
  words: string[];
  found: Map<string, string[]>;
}

/** Reads a command line by its usage: `help` where that is asked for, and where it cannot be read a sentence that says why. */
export function readCommandLine<Options extends Record<string, OptionUsage>>(
  usage: CommandUsage<Options>,
  line: readonly string[],
): CommandLine<Options> | 'help' | { misuse: string } {
  if (asksForHelp(line)) return 'help';
  const reading: Reading = { words: [], found: new Map() };
  const misuse = readInto(reading, usage, line) ?? wordsMisused(usage, reading.words);
  if (misuse !== undefined) return { misuse };
  const options = Object.entries<OptionUsage>(usage.options ?? {});
  const values = options.map(([name, { takes, isRepeated }]) => {
    const own = reading.found.get(name);
    return [name, takes === undefined ? own !== undefined : isRepeated ? (own ?? []) : own?.[0]];
  });
  const others = [...reading.found].filter(([name]) => !(name in (usage.options ?? {})));
  return {
    words: reading.words,
    values: Object.fromEntries(values) as Values<Options>,
    others: new Map(others.map(([name, [value = '']]) => [name, value])),
  };
}

function asksForHelp(line: readonly string[]): boolean {
  const end = line.indexOf('--');
  return line.slice(0, end < 0 ? line.length : end).some((word) => word === '--help' || word === '-h');
}

function readInto(
  { words, found }: Reading,
  usage: CommandUsage,
  line: readonly string[],
): string | undefined {
  for (let at = 0; at < line.length; at += 1) {
    const word = line[at] ?? '';
    if (word === '--') {
      words.push(...line.slice(at + 1));
      return undefined;
    }
    if (!word.startsWith('-') || word === '-') {
      words.push(word);
      continue;
    }
    const [, name = '', inline] = /^--([^=]+)(?:=(.*))?$/su.exec(word) ?? [];
    const option = optionOf(usage, name);
    if (!option) return `没有选项 ${word.split('=')[0] ?? word}`;
    const next = line[at + 1];
    const hasNext = inline === undefined && next !== undefined && !next.startsWith('-');
    const value = inline ?? (option.takes !== undefined && hasNext ? next : undefined);
    if (option.takes === undefined && inline !== undefined) return `--${name} 后面不写内容`;
    if (option.takes !== undefined && value === undefined && !option.mayBeBare)
      return `--${name} 后面没有内容，写成 --${name} ${option.takes}`;
    if (found.has(name) && !option.isRepeated) return `--${name} 写了两次`;
    found.set(name, [...(found.get(name) ?? []), value ?? '']);
    if (option.takes !== undefined && hasNext) at += 1;
  }
  return undefined;
}

function optionOf({ options = {}, others }: CommandUsage, name: string): OptionUsage | undefined {
  if (Object.hasOwn(options, name)) return options[name];
  return others && /^[A-Za-z][A-Za-z.]*$/.test(name) ? others : undefined;
}

function wordsMisused({ words: usage }: CommandUsage, words: readonly string[]): string | undefined {
  const { called = '', least = 0, most = 0 } = usage ?? {};
  if (words.length < least) return `没有写${called.replace(/…$/u, '')}`;
  if (words.length <= most) return undefined;
  return most === 0 ? `不认识“${words.join(' ')}”` : `只能写 ${most} 个${called}，写了：${words.join('、')}`;
}

const HELP: OptionUsage = { means: '显示本说明' };
const WIDTH = 23;

/** How a command is called and what its options mean, a string a line. */
export function usageOf({ call, words, does, options = {}, others, notes }: CommandUsage): string[] {
  const shown = { ...options, ...(others && { [others.called]: others }), help: HELP };
  const isOptional = words?.least === 0;
  const behind = [words && (isOptional ? `[${words.called}]` : words.called), '[选项]']
    .filter(Boolean)
    .join(' ');
  return [
    `用法：${call} -- ${behind}`,
    '',
    ...does.split('\n'),
    '',
    '选项',
    ...Object.entries<OptionUsage>(shown).map(optionLine),
    ...(notes === undefined ? [] : ['', ...notes.split('\n')]),
  ];
}

function optionLine([name, { takes, mayBeBare, means }]: [string, OptionUsage]): string {
  const value = takes === undefined ? '' : mayBeBare ? ` [${takes}]` : ` ${takes}`;
  const head = `  --${name}${value}`;
  const width = Array.from(head).reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);
  return `${head}${' '.repeat(Math.max(2, WIDTH - width))}${means}`;
}
