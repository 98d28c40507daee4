import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** What each folder of `src/` may import, beside itself. The direction is written once, here. */
const MAY_IMPORT = {
  domain: [],
  strings: ['domain'],
  schemas: ['domain', 'strings'],
  source: ['domain', 'strings', 'schemas'],
  markdown: ['domain', 'strings'],
  check: ['domain', 'strings', 'schemas', 'source', 'markdown'],
  import: ['domain', 'strings', 'schemas', 'source', 'markdown'],
  search: ['domain', 'strings', 'schemas', 'source', 'markdown'],
  browser: ['strings'],
  calendar: ['domain', 'strings', 'schemas'],
  client: ['domain', 'strings'],
  catalog: ['domain', 'strings', 'schemas', 'source', 'markdown', 'check', 'calendar'],
  mdx: ['domain', 'strings', 'schemas', 'markdown', 'catalog'],
  components: ['domain', 'strings', 'schemas', 'markdown', 'catalog', 'mdx', 'client', 'styles'],
  layouts: ['domain', 'strings', 'schemas', 'catalog', 'components', 'client', 'styles'],
  pages: ['domain', 'strings', 'schemas', 'source', 'catalog', 'components', 'layouts', 'client', 'styles'],
  publish: ['domain', 'strings', 'schemas', 'source', 'markdown', 'check', 'search'],
};

const FOLDERS = [...Object.keys(MAY_IMPORT), 'styles'];

const direction = Object.entries(MAY_IMPORT).map(([folder, allowed]) => {
  const refused = FOLDERS.filter((other) => other !== folder && !allowed.includes(other));
  const environment =
    folder === 'domain' || folder === 'client' || folder === 'strings' ? ['node:*', 'astro', 'astro:*'] : [];
  return {
    files: [`src/${folder}/**/*.{ts,astro}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [...refused.map((other) => `**/../${other}/**`), ...environment],
              message: `src/${folder} may import ${['itself', ...allowed].join(', ')} only; see CONTRIBUTING.md.`,
            },
          ],
        },
      ],
    },
  };
});

export default tseslint.config(
  { ignores: ['dist/', '.astro/', 'node_modules/'] },
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
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
  ...direction,
);
