import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { complain } from '../../print.ts';
import { siteManifest, STARLIGHT_COLLECTIONS } from '../peers.ts';
import { fileName, type Piece } from './library.ts';
import type { Command } from './measure.ts';

/** A peer: the files it is written in, and the commands that build it and its search. */
interface Peer {
  name: string;
  files(pieces: readonly Piece[]): Record<string, string>;
  commands(root: string, tools: string): Command[];
}

const matter = (fields: Record<string, string>) =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('')}---\n\n`;
const body = ({ paragraphs }: Piece) => paragraphs.map((text) => `${text}\n`).join('\n');
const markdown = (folder: string, pieces: readonly Piece[]) =>
  Object.fromEntries(
    pieces.map((piece, index) => [
      `${folder}/${fileName(index)}.md`,
      matter({ title: piece.title }) + body(piece),
    ]),
  );

const PAGEFIND = path.resolve(import.meta.dirname, '../../../node_modules/pagefind/lib/runner/bin.cjs');
const pagefind = (root: string, site: string): Command => ({
  program: process.execPath,
  args: [PAGEFIND, '--site', path.join(root, site), '--force-language', 'zh'],
  cwd: root,
});
const astro = (root: string, tools: string): Command => ({
  program: process.execPath,
  args: [path.join(tools, 'node_modules/astro/bin/astro.mjs'), 'build'],
  cwd: root,
  env: { ASTRO_TELEMETRY_DISABLED: '1' },
});

const ASTRO_PAGE = `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  return (await getCollection('texts')).map((entry) => ({ params: { id: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content } = await render(entry);
---
<html lang="zh-Hans"><head><meta charset="utf-8" /><title>{entry.data.title}</title></head>
<body><main data-pagefind-body><h1>{entry.data.title}</h1><Content /></main></body></html>
`;
const ASTRO_LIST = `---
import { getCollection } from 'astro:content';
export async function getStaticPaths({ paginate }) {
  return paginate(await getCollection('texts'), { pageSize: 50 });
}
const { page } = Astro.props;
---
<html lang="zh-Hans"><head><meta charset="utf-8" /><title>文库</title></head>
<body><ul>{page.data.map(({ id, data }) => <li><a href={'/texts/' + id + '/'}>{data.title}</a></li>)}</ul></body></html>
`;

const PEERS: readonly Peer[] = [
  {
    name: 'Hugo + Pagefind',
    files: (pieces) => ({
      'hugo.toml':
        "baseURL = 'http://localhost/'\nlocale = 'zh-cn'\ntitle = '文库'\n[pagination]\npagerSize = 50\n",
      'layouts/_default/single.html':
        '<html lang="zh-Hans"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main data-pagefind-body><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>\n',
      'layouts/_default/list.html':
        '<html lang="zh-Hans"><head><meta charset="utf-8"><title>文库</title></head><body><ul>{{ range (.Paginate .RegularPages).Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>\n',
      ...markdown('content/texts', pieces),
    }),
    commands: (root) => [{ program: 'hugo', args: ['--quiet'], cwd: root }, pagefind(root, 'public')],
  },
  {
    name: 'bare Astro + Pagefind',
    files: (pieces) => ({
      'astro.config.mjs': "import { defineConfig } from 'astro/config';\nexport default defineConfig({});\n",
      'src/content.config.mjs':
        "import { defineCollection } from 'astro:content';\nimport { glob } from 'astro/loaders';\nexport const collections = { texts: defineCollection({ loader: glob({ pattern: '*.md', base: './texts' }) }) };\n",
      'src/pages/texts/[id].astro': ASTRO_PAGE,
      'src/pages/library/[...page].astro': ASTRO_LIST,
      ...markdown('texts', pieces),
    }),
    commands: (root, tools) => [astro(root, tools), pagefind(root, 'dist')],
  },
  {
    name: 'Starlight',
    files: (pieces) => ({
      'astro.config.mjs':
        "import { defineConfig } from 'astro/config';\nimport starlight from '@astrojs/starlight';\nexport default defineConfig({ integrations: [starlight({ title: '文库', sidebar: [{ label: '首页', link: '/' }], locales: { root: { label: '简体中文', lang: 'zh-CN' } } })] });\n",
      'src/content.config.ts': STARLIGHT_COLLECTIONS,
      ...markdown('src/content/docs', pieces),
    }),
    commands: (root, tools) => [astro(root, tools)],
  },
];

/** Writes the pieces as each peer wants them, one peer after the other, and hands over the commands that build it; removed afterwards. */
export async function* peersOf(
  pieces: readonly Piece[],
  tools: string,
): AsyncGenerator<{ name: string; commands: Command[] }> {
  for (const { name, files, commands } of PEERS) {
    if (name.startsWith('Hugo') && !hasHugo()) {
      complain('Hugo is not installed: left out');
      continue;
    }
    const root = path.join(tools, 'scale');
    rmSync(root, { recursive: true, force: true });
    for (const [file, text] of Object.entries(files(pieces))) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    writeFileSync(path.join(root, 'package.json'), siteManifest());
    symlinkSync(path.join(tools, 'node_modules'), path.join(root, 'node_modules'));
    yield { name, commands: commands(root, tools) };
    rmSync(root, { recursive: true, force: true });
  }
}

function hasHugo(): boolean {
  try {
    execFileSync('hugo', ['version']);
    return true;
  } catch {
    return false;
  }
}
