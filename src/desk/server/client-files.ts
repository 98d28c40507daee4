import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { desk } from '../../strings/desk.ts';

/** What the page is made of. */
export interface ClientFiles {
  /** The page itself. */
  page: string;
  /** What answers the address with the token: it leads on to the page, as a page of the desk's own that the cookie is sent with. */
  door: string;
  /** Its files by their paths. */
  files: Readonly<Record<string, { type: string; text: string }>>;
}

const CLIENT = join(import.meta.dirname, '../client');
const STYLES = join(import.meta.dirname, '../../styles');
/** The site's own look, then what the desk adds. */
const SITE_STYLES = ['tokens.css', 'themes.css', 'base.css', 'prose.css'];
const SCRIPT = '/desk.js';
const STYLE = '/desk.css';

/** Bundles the page of the desk. Throws where a part is missing. */
export async function clientFiles(): Promise<ClientFiles> {
  const [script, style] = await Promise.all([bundledScript(), allStyles()]);
  const head = '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8">';
  const page = [
    head,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<title>${desk.title}</title><link rel="stylesheet" href="${STYLE}"><script type="module" src="${SCRIPT}"></script>`,
    `</head><body><div id="desk"><p class="opening">${desk.opening}</p></div></body></html>`,
  ];
  return {
    page: page.join('\n'),
    door: `${head}<meta http-equiv="refresh" content="0;url=/"><title>${desk.title}</title></head><body></body></html>`,
    files: {
      [SCRIPT]: { type: 'text/javascript; charset=utf-8', text: script },
      [STYLE]: { type: 'text/css; charset=utf-8', text: style },
    },
  };
}

async function bundledScript(): Promise<string> {
  const bundle = await rolldown({
    input: join(CLIENT, 'main.tsx'),
    platform: 'browser',
    transform: { jsx: { runtime: 'automatic', importSource: 'preact' }, target: 'es2022' },
    logLevel: 'silent',
  });
  try {
    const { output } = await bundle.generate({ format: 'esm', codeSplitting: false, minify: true });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}

async function allStyles(): Promise<string> {
  const files = [
    ...SITE_STYLES.map((name) => join(STYLES, name)),
    join(CLIENT, 'desk.css'),
    join(CLIENT, 'write/write.css'),
    join(CLIENT, 'bring-in/bring-in.css'),
    join(CLIENT, 'form/form.css'),
    join(CLIENT, 'plans/plans.css'),
  ];
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
}
