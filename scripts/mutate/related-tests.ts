import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

/** What a test file imports that starts processes, servers or threads by itself: it is about them, and too slow to be repeated for each mutant. */
const OUTWARD = /^node:(?:child_process|cluster|http|https|net|worker_threads)$/;

/** The files and packages that a file imports when it runs. */
function importsOf(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2023, false);
  const specifiers: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly) add(node.moduleSpecifier);
    else if (ts.isExportDeclaration(node) && !node.isTypeOnly && node.moduleSpecifier)
      add(node.moduleSpecifier);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  const add = (specifier: ts.Expression | undefined) => {
    if (specifier && ts.isStringLiteralLike(specifier)) specifiers.push(specifier.text);
  };
  visit(file);
  return specifiers.map((name) => (name.startsWith('.') ? resolve(dirname(path), name) : name));
}

/** The tests of a file, and every module between them and the file, both included. */
export interface Related {
  tests: string[];
  modules: string[];
}

/** A unit test: what it runs, and over how many imports. */
interface Reach {
  test: string;
  distances: Map<string, number>;
}

function reachOf(test: string, imports: (path: string) => string[]): Reach {
  const distances = new Map([[test, 0]]);
  for (const [path, distance] of distances) {
    for (const imported of imports(path)) if (!distances.has(imported)) distances.set(imported, distance + 1);
  }
  return { test, distances };
}

/**
 * A finder of the unit tests, those about processes and servers left aside, that a file's rules are at home in: those that run it and import something of its folder, or, where there is
 * none, those that run it over the fewest imports. A rule that only tests of other folders feel is not felt where it is written.
 */
export function testFinder(root: string): (file: string) => Related {
  const known = new Map<string, string[]>();
  const imports = (path: string) => {
    const found = known.get(path) ?? (path.endsWith('.ts') ? importsOf(path) : []);
    known.set(path, found);
    return found;
  };
  const folder = join(root, 'tests/unit');
  const reaches = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(folder, name))
    .filter((test) => !imports(test).some((name) => OUTWARD.test(name)))
    .map((test) => reachOf(test, imports));
  return (file) => {
    const running = reaches.filter(({ distances }) => distances.has(file));
    const atHome = running.filter(({ distances }) =>
      [...distances].some(([path, distance]) => distance === 1 && dirname(path) === dirname(file)),
    );
    const nearest = Math.min(...running.map(({ distances }) => distances.get(file) ?? Infinity));
    const chosen =
      atHome.length > 0 ? atHome : running.filter(({ distances }) => distances.get(file) === nearest);
    const modules = new Set([file]);
    const candidates = new Set(chosen.flatMap(({ distances }) => [...distances.keys()]));
    for (const module of modules) {
      for (const path of candidates) if (imports(path).includes(module)) modules.add(path);
    }
    return { tests: chosen.map(({ test }) => test), modules: [...modules] };
  };
}
