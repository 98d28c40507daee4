import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import ts from 'typescript';

/** What a test file imports that starts processes, servers or threads by itself: it is about them, and too slow to be repeated for each mutant. */
const OUTWARD = /^node:(?:child_process|cluster|http|https|inspector|net|worker_threads)$/;

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

/** Tests of a file, and every module between them and the file, both included. */
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
 * A finder of the unit tests that a file's rules are at home in, those about processes and servers left aside: those that run it and import,
 * by themselves or through a helper beside them, something of its folder, of a file that lies in `src/domain/` itself those that import it. Where no test is at home, those that run the file over
 * the fewest imports. A rule that only tests of other rooms feel is not felt where it is written. First come those of nothing but rules and
 * words, which cost some milliseconds a mutant, then the others.
 */
export function testFinder(root: string): (file: string) => Related[] {
  const read = new Map<string, string[]>();
  const imports = (path: string) => {
    const found = read.get(path) ?? (path.endsWith('.ts') ? importsOf(path) : []);
    read.set(path, found);
    return found;
  };
  const rooms = ['src/domain', 'src/strings', 'tests'].map((room) => join(root, room, sep));
  const isOfRules = (path: string) =>
    !path.startsWith(join(root, sep)) || rooms.some((room) => path.startsWith(room));
  const domain = join(root, 'src/domain');
  const tests = join(root, 'tests', sep);
  const isOutward = ({ distances }: Reach) =>
    [...distances.keys()].some(
      (path) => path.startsWith(tests) && imports(path).some((name) => OUTWARD.test(name)),
    );
  const folder = join(root, 'tests/unit');
  const reaches = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(folder, name))
    .map((test) => reachOf(test, imports))
    .filter((reach) => !isOutward(reach));
  return (file) => {
    const running = reaches.filter(({ distances }) => distances.has(file));
    const isOfHome = (path: string) =>
      dirname(file) === domain ? path === file : dirname(path) === dirname(file);
    const atHome = running.filter(({ test }) => {
      const helpers = imports(test).filter((path) => dirname(path) === dirname(test));
      return [test, ...helpers].some((path) => imports(path).some(isOfHome));
    });
    const nearest = Math.min(...running.map(({ distances }) => distances.get(file) ?? Infinity));
    const near = running.filter(({ distances }) => distances.get(file) === nearest);
    const known = atHome.length > 0 ? atHome : near;
    const pure = known.filter(({ distances }) => [...distances.keys()].every(isOfRules));
    const others = known.filter((reach) => !pure.includes(reach));
    const between = (chosen: readonly Reach[]): Related => {
      const modules = new Set([file]);
      const candidates = new Set(chosen.flatMap(({ distances }) => [...distances.keys()]));
      for (const module of modules) {
        for (const path of candidates) if (imports(path).includes(module)) modules.add(path);
      }
      return { tests: chosen.map(({ test }) => test), modules: [...modules] };
    };
    return [pure, others].filter(({ length }) => length > 0).map(between);
  };
}
