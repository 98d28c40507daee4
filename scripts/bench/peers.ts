import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where peers and Lighthouse are kept between runs: outside the project, of which they are no part. */
export const TOOLS = path.join(tmpdir(), 'zhixing-bench-pages');

/** What the peers and the judge are made of, exactly; installed outside the project, once. */
const PACKAGES: Readonly<Record<string, string>> = {
  astro: '7.3.4',
  '@astrojs/starlight': '0.42.4',
  '@astrojs/markdown-remark': '7.3.1',
  vitepress: '1.6.4',
  '@docusaurus/core': '3.10.2',
  '@docusaurus/preset-classic': '3.10.2',
  react: '19.2.0',
  'react-dom': '19.2.0',
  lighthouse: '13.5.0',
};

/** A page of a documentation tool as it comes: an article and other pages around it. */
export interface Article {
  title: string;
  /** Paragraphs. */
  text: string[];
}

/** A peer: how it is written, built, and where the article then stands. */
interface Peer {
  name: string;
  files(articles: readonly Article[]): Record<string, string>;
  command: readonly [program: string, ...args: string[]];
  output: string;
  address: string;
}

const markdown = ({ title, text }: Article) => `---\ntitle: ${title}\n---\n\n${text.join('\n\n')}\n`;
const headed = ({ title, text }: Article) => `# ${title}\n\n${text.join('\n\n')}\n`;
const named = (index: number) => `page-${index}`;

/** The collections of a Starlight site as it comes. */
export const STARLIGHT_COLLECTIONS = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

const PEERS: readonly Peer[] = [
  {
    name: 'Starlight',
    files: (articles) => ({
      'astro.config.mjs':
        "import { defineConfig } from 'astro/config';\nimport starlight from '@astrojs/starlight';\nexport default defineConfig({ integrations: [starlight({ title: '学习园地', locales: { root: { label: '简体中文', lang: 'zh-CN' } } })] });\n",
      'src/content.config.ts': STARLIGHT_COLLECTIONS,
      ...Object.fromEntries(
        articles.map((article, index) => [`src/content/docs/${named(index)}.md`, markdown(article)]),
      ),
    }),
    command: ['node_modules/astro/bin/astro.mjs', 'build'],
    output: 'dist',
    address: `${named(0)}/`,
  },
  {
    name: 'VitePress',
    files: (articles) => ({
      '.vitepress/config.mjs': "export default { lang: 'zh-CN', title: '学习园地' };\n",
      ...Object.fromEntries(articles.map((article, index) => [`${named(index)}.md`, headed(article)])),
    }),
    command: ['node_modules/vitepress/bin/vitepress.js', 'build'],
    output: '.vitepress/dist',
    address: `${named(0)}.html`,
  },
  {
    name: 'Docusaurus',
    files: (articles) => ({
      'docusaurus.config.js':
        "module.exports = { title: '学习园地', url: 'http://localhost', baseUrl: '/', onBrokenLinks: 'ignore', i18n: { defaultLocale: 'zh-Hans', locales: ['zh-Hans'] }, presets: [['classic', { blog: false, docs: { routeBasePath: '/' } }]] };\n",
      ...Object.fromEntries(articles.map((article, index) => [`docs/${named(index)}.md`, headed(article)])),
    }),
    command: ['node_modules/@docusaurus/core/bin/docusaurus.mjs', 'build'],
    output: 'build',
    address: `${named(0)}/`,
  },
];

/** The `package.json` of a peer's site. Starlight must be named in it: what is not named is not bundled, and its virtual modules not found. */
export function siteManifest(): string {
  return JSON.stringify({ private: true, dependencies: PACKAGES });
}

/** Installs the peers and Lighthouse into `folder` unless they stand there already. */
export async function installTools(folder: string): Promise<void> {
  const manifest = `${JSON.stringify({ private: true, dependencies: PACKAGES }, undefined, 2)}\n`;
  const done = path.join(folder, 'installed.json');
  if ((await readFile(done, 'utf8').catch(() => '')) === manifest) return;
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), manifest);
  await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder, shell: true });
  await writeFile(done, manifest);
}

/** Builds the articles with every peer. The first article's page stands at `address` in `folder`. */
export async function buildPeers(
  tools: string,
  articles: readonly Article[],
): Promise<{ name: string; folder: string; address: string }[]> {
  const built = [];
  for (const { name, files, command, output, address } of PEERS) {
    const root = path.join(tools, `site-${name.toLowerCase()}`);
    await rm(root, { recursive: true, force: true });
    for (const [file, text] of Object.entries(files(articles))) {
      await mkdir(path.dirname(path.join(root, file)), { recursive: true });
      await writeFile(path.join(root, file), text);
    }
    await writeFile(path.join(root, 'package.json'), siteManifest());
    const [program, ...args] = command;
    const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', DOCUSAURUS_NO_TELEMETRY: '1' };
    await run(process.execPath, [path.join(tools, program), ...args], { cwd: root, env, maxBuffer: 2 ** 26 });
    built.push({ name, folder: path.join(root, output), address });
  }
  return built;
}
