import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** What each folder of `src/` may import, besides itself; `scripts/browser` is held to the rule too. The direction is written once, here. */
export const MAY_IMPORT = {
  domain: [],
  strings: ['domain'],
  docx: ['domain'],
  schemas: ['domain', 'strings'],
  tables: ['domain', 'strings'],
  'build-cache': [],
  source: ['domain', 'strings', 'schemas', 'tables', 'build-cache'],
  markdown: ['domain', 'strings'],
  site: ['domain', 'strings', 'schemas', 'source', 'markdown'],
  media: ['domain', 'tables'],
  check: ['domain', 'strings', 'schemas', 'source', 'site', 'markdown', 'media', 'build-cache'],
  import: ['domain', 'strings', 'docx', 'schemas', 'tables', 'source', 'markdown'],
  search: ['domain', 'strings', 'schemas', 'source', 'site', 'markdown', 'handbook', 'build-cache'],
  handbook: ['domain', 'strings', 'source', 'markdown'],
  withdraw: ['domain', 'schemas', 'source', 'site', 'build-cache'],
  new: ['domain', 'strings', 'schemas', 'source', 'site', 'check', 'build-cache'],
  ics: ['domain', 'strings', 'schemas'],
  ooxml: ['domain', 'strings', 'papers'],
  papers: ['domain'],
  security: [],
  licences: [],
  client: ['domain', 'strings', 'docx'],
  loader: ['domain', 'strings', 'schemas', 'source', 'site', 'check', 'build-cache'],
  views: ['domain', 'strings', 'schemas', 'source', 'site', 'markdown', 'handbook', 'ics', 'papers', 'ooxml'],
  mdx: ['strings', 'markdown', 'views'],
  components: ['domain', 'strings', 'markdown', 'site', 'views', 'mdx', 'client', 'styles', 'papers'],
  layouts: ['domain', 'strings', 'views', 'components', 'client', 'security', 'styles'],
  pages: [
    'domain',
    'strings',
    'site',
    'views',
    'components',
    'layouts',
    'client',
    'styles',
    'ics',
    'papers',
    'ooxml',
  ],
  publish: [
    'domain',
    'strings',
    'schemas',
    'source',
    'site',
    'markdown',
    'handbook',
    'check',
    'search',
    'ics',
    'papers',
    'ooxml',
    'security',
    'build-cache',
  ],
  desk: [
    'domain',
    'strings',
    'schemas',
    'tables',
    'source',
    'site',
    'markdown',
    'media',
    'check',
    'import',
    'new',
    'withdraw',
    'publish',
    'build-cache',
  ],
  'desk/client': ['domain', 'strings'],
  'scripts/browser': ['publish'],
};

/** Folders that run where there is neither Node nor Astro. */
const WITHOUT_NODE = ['domain', 'strings', 'docx', 'client', 'desk/client'];

/**
 * The folder of `src/` that a file stands in, or one within it that has a line of its own; elsewhere one of the project's own, such as `scripts` and
 * `scripts/browser`; `undefined` for other files.
 */
function roomOf(file) {
  const [top, room, ...inner] = path.relative(import.meta.dirname, file).split(path.sep);
  if (top === 'src' && MAY_IMPORT[`${room}/${inner[0]}`]) return `${room}/${inner[0]}`;
  if (top === 'src') return inner.length === 0 ? undefined : room;
  if (top === 'scripts' && room === 'browser') return 'scripts/browser';
  return ['scripts', 'tests'].includes(top) ? top : undefined;
}

/** A folder of MAY_IMPORT by its path in the project. */
export const pathOf = (room) => (room.startsWith('scripts/') ? room : `src/${room}`);

/** Holds every import against MAY_IMPORT by where it leads, not by how it is written. */
const direction = {
  create(context) {
    const room = roomOf(context.filename);
    const allowed = MAY_IMPORT[room];
    if (!allowed) return {};
    const check = (node) => {
      const target = node.source?.value;
      if (typeof target !== 'string') return;
      const isRelative = target.startsWith('.');
      const to = isRelative ? roomOf(path.resolve(path.dirname(context.filename), target)) : undefined;
      const isRefused = isRelative
        ? to !== undefined && to !== room && !allowed.includes(to)
        : WITHOUT_NODE.includes(room) && /^(node:|astro(:|$|\/))/.test(target);
      if (!isRefused) return;
      const message = `${pathOf(room)} may import ${['itself', ...allowed].join(', ')} only; see CONTRIBUTING.md.`;
      context.report({ node, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

/** Folders whose words readers see. */
const SHOWN = [
  'components',
  'layouts',
  'pages',
  'client',
  'mdx',
  'views',
  'loader',
  'site',
  'ics',
  'desk/server',
  'desk/client',
];

const HAN = /\p{Script=Han}/u;

/** Keeps the words of the interface in `src/strings/`. What content is compared with and what it calls its fields are its own words. */
const words = {
  create(context) {
    const isData = ({ parent }) =>
      (parent.type === 'BinaryExpression' && /^[!=]==$/.test(parent.operator)) ||
      parent.type === 'TSLiteralType';
    const check = (node, text) => {
      if (!HAN.test(text) || isData(node)) return;
      context.report({ node, message: 'Words of the interface stand in src/strings/; see CONTRIBUTING.md.' });
    };
    return {
      Literal: (node) => check(node, String(node.value)),
      TemplateElement: (node) => check(node, node.value.raw),
      JSXText: (node) => check(node, node.value),
    };
  },
};

/** What ESLint knows of earlier runs (`--cache`) is worth nothing where the rules of this file have changed. */
const meta = { name: 'zhixing', version: hash('sha256', readFileSync(import.meta.filename)) };

export default tseslint.config(
  { ignores: ['dist/', '.astro/', '.deployed/', 'node_modules/'] },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  ...astro.configs['flat/recommended'],
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['scripts/**', 'src/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[object.name="process"][property.name=/^std(out|err)$/], ImportDeclaration[source.value=/^(node:)?process$/] ImportSpecifier[imported.name=/^std(out|err)$/]',
          message: 'Words reach a terminal through scripts/print.ts only.',
        },
        {
          selector: 'ImportDeclaration[source.value=/^(node:)?console$/]',
          message: 'Words reach a terminal through scripts/print.ts only.',
        },
      ],
    },
  },
  {
    // Where every command prints; and what chooses a Node for it, which any Node must be able to read and whose few sentences quote nothing.
    files: ['scripts/print.ts', 'scripts/run.cjs', 'scripts/carried.cjs'],
    rules: {
      'no-console': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx,astro}', 'scripts/browser/*.ts'],
    plugins: { zhixing: { meta, rules: { direction, words } } },
    rules: { 'zhixing/direction': 'error' },
  },
  {
    files: SHOWN.map((room) => `src/${room}/**/*.{ts,tsx,astro}`),
    rules: { 'zhixing/words': 'error' },
  },
);
