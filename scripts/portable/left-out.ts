/** What stays of packages of which little is needed: the rest is headers, manuals, or code that other packages bring themselves. */
const ONLY: readonly [name: RegExp, kept: RegExp][] = [
  [/^node-(?:win|linux)-/, /^bin\//],
  // Its tables alone are read; pdf.js itself comes with unpdf.
  [/^pdfjs-dist$/, /^(?:cmaps|standard_fonts)\//],
];

/** Folders of tests, examples and manuals at the top of a package; deeper ones may hold code of the same name. */
const NOT_RUN_FOLDERS = /^(?:tests?|__tests__|docs?|examples?|coverage|benchmarks?|man|\.github)\//;
/** Types, maps of sources and manuals. */
const NOT_RUN_FILES = /\.(?:d\.[cm]?ts|map|md|markdown|flow|tsbuildinfo|sha256)$/i;
/** Sources that are in their package a second time. */
const SOURCES: readonly [name: string, folder: RegExp][] = [['zod', /^src\//]];

/** Files without which a package may not be passed on, or is none; and those that Astro and what belongs to it copy into a project, types among them. */
const KEPT = /(?:^|\/)(?:licen[cs]e|notice|copying|copyright)[^/]*$|^package\.json$|^templates?\//i;

/** Whether a file of a package is left out of the portable edition: nothing of the program ever reads it. */
export function isLeftOut(name: string, file: string): boolean {
  if (KEPT.test(file)) return false;
  const only = ONLY.find(([pattern]) => pattern.test(name));
  if (only) return !only[1].test(file);
  if (SOURCES.some(([owner, folder]) => owner === name && folder.test(file))) return true;
  return NOT_RUN_FOLDERS.test(file) || NOT_RUN_FILES.test(file);
}

/** What of the project itself is needed to run it. */
const PROJECT = ['src', 'public', 'scripts'];
const PROJECT_FILES = [
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'LICENSE',
  'README.md',
  'README.zh.md',
  'CHANGELOG.md',
];
/** Scripts for those who work on the program. */
const FOR_DEVELOPMENT =
  /^scripts\/(?:bench|mutate)(?:\/|\.ts$)|^scripts\/(?:run-tests|failed-tests|portable|handbook-pictures|import-table|licences)\.[a-z]+$/;

/** Whether a file of the project, by its path, comes along. */
export function isOfTheProgram(path: string): boolean {
  if (FOR_DEVELOPMENT.test(path)) return false;
  return PROJECT_FILES.includes(path) || PROJECT.some((folder) => path.startsWith(`${folder}/`));
}
