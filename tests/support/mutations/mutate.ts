import { BYTE_DAMAGES } from './bytes.ts';
import { DATE_DAMAGES } from './dates.ts';
import { MARKDOWN_DAMAGES, MDX_DAMAGES } from './markdown.ts';
import { KINDS, type Damage, type Kind, type Mutation } from './mutation.ts';
import { strangePath } from './names.ts';
import { Random } from './random.ts';
import { OWNER_OF_TABLE, renamed, samples, TABLES, type Sample } from './samples.ts';
import { CSV_DAMAGES, damagedWorkbook, workbookOf } from './tables.ts';
import { YAML_DAMAGES } from './yaml.ts';

const SAMPLES = samples();
const WITH_BODY = SAMPLES.filter(({ path }) => /\.mdx?$/.test(path));
const FIELDS_ONLY = SAMPLES.filter(({ path }) => path.endsWith('.yaml'));

type Made = Pick<Mutation, 'path' | 'files' | 'what'>;

/** The mutation of a seed, always the same: seeds go round the kinds. */
export function mutationOf(seed: number): Mutation {
  const kind = KINDS[seed % KINDS.length] ?? 'bytes';
  return { seed, kind, ...MAKERS[kind](seed, new Random(seed)) };
}

const MAKERS: Record<Kind, (seed: number, random: Random) => Made> = {
  bytes: (seed, random) => {
    const { path, text } = renamed(random.pick(SAMPLES), seed);
    const [name, damage] = random.pick(BYTE_DAMAGES);
    return alone(path, Buffer.from(damage(Buffer.from(text), random)), name);
  },
  'front matter': (seed, random) => {
    const sample = renamed(random.pick(WITH_BODY), seed);
    if (random.chance(0.15)) return written(sample, random, FENCE_DAMAGES, (text) => text);
    return written(sample, random, YAML_DAMAGES, inMatter);
  },
  yaml: (seed, random) => written(renamed(random.pick(FIELDS_ONLY), seed), random, YAML_DAMAGES),
  markdown: (seed, random) =>
    written(renamed(random.pick(WITH_BODY), seed), random, MARKDOWN_DAMAGES, inBody),
  mdx: (seed, random) => {
    const { path, text } = renamed(random.pick(WITH_BODY), seed);
    const damages = random.chance(0.75) ? MDX_DAMAGES : MARKDOWN_DAMAGES;
    return written({ path: path.replace(/\.md$/, '.mdx'), text }, random, damages, inBody);
  },
  spreadsheet: table,
  dates: (seed, random) => {
    const { path, text } = renamed(random.pick(random.chance(0.75) ? FIELDS_ONLY : WITH_BODY), seed);
    return written({ path, text }, random, DATE_DAMAGES);
  },
  'file names': (seed, random) => {
    const sample = random.pick(SAMPLES);
    const path = strangePath(sample.path, random);
    const { text } = renamed(sample, seed);
    if (random.chance(0.1)) return beside(sample, seed, random);
    return alone(path, Buffer.from(text), `${sample.path} as ${JSON.stringify(path)}`);
  },
};

const FENCE_DAMAGES: readonly Damage[] = [
  ['no fence at the end', (text) => text.replace(/\n---\n/, '\n')],
  ['no fence at the beginning', (text) => text.replace(/^---\n/, '')],
  ['dots for a fence', (text) => text.replace(/\n---\n/, '\n...\n')],
  ['blanks before the fence', (text) => ` ${text}`],
  ['an empty line before the fence', (text) => `\n${text}`],
  ['a longer fence', (text) => text.replace(/\n---\n/, '\n-----\n')],
  [
    'blanks behind the fence',
    (text, random) => text.replace(/\n---\n/, `\n---${' '.repeat(random.size(50_000))}\n`),
  ],
  ['two front matters', (text) => `---\ntitle: 又\n---\n${text}`],
  ['nothing between the fences', (text) => text.replace(/^---\n[\s\S]*?\n---\n/, '---\n---\n')],
  ['only the first fence', () => '---'],
  ['only the fences', () => '---\n---'],
  ['plus signs for fences', (text) => text.replaceAll(/^---$/gm, '+++')],
  ['JSON', () => '---\n{"title": "甲", "date": "2026-01-01"}\n---\n正文\n'],
  ['a byte-order mark within', (text) => text.replace('title', '\ufefftitle')],
  ['many fences', (text, random) => '---\n'.repeat(random.size(30_000)) + text],
];

function alone(path: string, bytes: Uint8Array, what: string): Made {
  return { path, files: new Map([[path, bytes]]), what: `${path}: ${what}` };
}

type Within = (text: string, damage: (part: string) => string) => string;

function written({ path, text }: Sample, random: Random, damages: readonly Damage[], within?: Within): Made {
  const { damaged, what } = damagedText(text, random, damages, within);
  return alone(path, Buffer.from(damaged), what);
}

/** One to three damages, one after the other, in the part of a text that is damaged. */
function damagedText(
  text: string,
  random: Random,
  damages: readonly Damage[],
  within: Within = (whole, damage) => damage(whole),
): { damaged: string; what: string } {
  const names: string[] = [];
  let damaged = text;
  for (let times = random.pick([1, 1, 1, 2, 3]); times > 0; times -= 1) {
    const [name, damage] = random.pick(damages);
    names.push(name);
    damaged = within(damaged, (part) => damage(part, random));
  }
  return { damaged, what: names.join(', then ') };
}

function inMatter(text: string, damage: (part: string) => string): string {
  const end = text.indexOf('\n---\n', 3) + 1;
  return end === 0 ? damage(text) : `---\n${damage(text.slice(4, end))}${text.slice(end)}`;
}

function inBody(text: string, damage: (part: string) => string): string {
  const start = text.indexOf('\n---\n', 3) + 5;
  return start === 4 ? damage(text) : text.slice(0, start) + damage(text.slice(start));
}

/** A table of receipts or of a ledger's rows, with the campaign or ledger that it belongs to. */
function table(seed: number, random: Random): Made {
  const folder = random.pick(['ledgers', 'receipts'] as const);
  const id = `table-m${seed}`;
  const stem = `${folder}/${id}`;
  const { path, bytes, what } = random.chance(0.5)
    ? csv(stem, TABLES[folder], random)
    : workbook(stem, TABLES[folder], random);
  const owner = Buffer.from(OWNER_OF_TABLE[folder](seed));
  const files = new Map<string, Uint8Array>([
    [path, bytes],
    [`${folder === 'ledgers' ? 'ledgers' : 'campaigns'}/${id}.yaml`, owner],
  ]);
  return { path, files, what: `${path}: ${what}` };
}

interface Table {
  path: string;
  bytes: Uint8Array;
  what: string;
}

function csv(stem: string, text: string, random: Random): Table {
  const path = `${stem}.csv`;
  if (random.chance(0.2)) {
    const [what, damage] = random.pick(BYTE_DAMAGES);
    return { path, bytes: damage(Buffer.from(text), random), what };
  }
  const { damaged, what } = damagedText(text, random, CSV_DAMAGES);
  return { path, bytes: Buffer.from(damaged), what };
}

function workbook(stem: string, text: string, random: Random): Table {
  const path = `${stem}.xlsx`;
  const sound = workbookOf(text);
  if (random.chance(0.3)) {
    const [what, damage] = random.pick(BYTE_DAMAGES);
    return { path, bytes: damage(Buffer.from(sound), random), what };
  }
  return { path, ...damagedWorkbook(sound, random) };
}

/** A file and one beside it whose name differs in next to nothing. */
function beside(sample: Sample, seed: number, random: Random): Made {
  const { path, text } = renamed(sample, seed);
  const other = random.pick([
    path.replace(/\.\w+$/, (ending) => (ending === '.md' ? '.mdx' : '.md')),
    path.replace(/[^/]*$/, (name) => name.toUpperCase()),
    path.replace(/\/[^/]*$/, (name) => `/2026${name}`),
    path.replace(/\.\w+$/, (ending) => ending.toUpperCase()),
    `${path}.bak`,
    path.replace(/[^/]*$/, (name) => `~$${name}`),
  ]);
  const bytes = Buffer.from(text);
  return {
    path: other,
    files: new Map([
      [path, bytes],
      [other, bytes],
    ]),
    what: `${path} with ${other}`,
  };
}
