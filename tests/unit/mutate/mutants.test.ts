import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explains, wordsOf } from '../../../scripts/mutate/explained.ts';
import { loopGuards, mutantsOf } from '../../../scripts/mutate/mutants.ts';
import { planted } from '../../../scripts/mutate/plant.ts';

const told = (source: string) => mutantsOf(source).map(wordsOf);

describe('the mutants of a file', () => {
  it('move the border of a comparison, turn it round, and settle a condition either way', () => {
    assert.deepEqual(told('if (a < b) c;'), ['a < b → true', 'a < b → false', '< → <=', '< → >=', 'c; → ;']);
    assert.deepEqual(told('x = a === b'), ['x = a === b → ;', '=== → !==']);
  });

  it('turn sums round where numbers are added, not where words are joined', () => {
    assert.deepEqual(told('const x = a + b * 2'), ['+ → -', '* → /']);
    assert.deepEqual(told("const x = a + '日'"), ["'日' → ''"]);
  });

  it('keep together what stood on each side of and, or and a default', () => {
    assert.deepEqual(told('const x = a && b || c'), ['a && b → (a) || (b)', 'a && b || c → (a && b) && (c)']);
    assert.deepEqual(told('const x = a ?? b'), ['a ?? b → a']);
  });

  it('empty words, lists and patterns, and let a pattern stand anywhere', () => {
    assert.deepEqual(told('const x = [`${a}`]'), ['[`${a}`] → []', '`${a}` → ``']);
    assert.deepEqual(told('const x = /^a$/u'), ['/^a$/u → /(?!)/u', '/^a$/u → /a$/u', '/^a$/u → /^a/u']);
  });

  it('leave out statements, what is returned, links that may be missing, and calls that only arrange', () => {
    assert.deepEqual(told('function f() { go(); return a; }'), ['go(); → ;', 'a → undefined']);
    assert.deepEqual(told('const x = a?.b'), ['?. → .']);
    assert.deepEqual(told('const x = a.sort().some(b)'), ['a.sort() → a', 'some → every']);
    assert.deepEqual(told('const x = !a === true'), ['!a → a', '=== → !==', 'true → false']);
  });

  it('are not planted in types, imports and names', () => {
    assert.deepEqual(
      told("import a from 'a'; type X = 'x'; interface Y { y: 'y' } const z: 'z' = { 'n': b }"),
      [],
    );
  });

  it('are told at their line, and explained by that line and what is changed', () => {
    const [mutant] = mutantsOf('\n  if (a)\n    b();');
    assert.deepEqual([mutant?.line, mutant?.lineText], [2, 'if (a)']);
    const row = { line: 'if (a)', mutant: 'a → true', why: 'so' };
    assert.ok(explains(row, mutant!));
    assert.ok(!explains({ ...row, line: 'if (b)' }, mutant!));
    assert.ok(!explains({ ...row, mutant: 'a → false' }, mutant!));
  });
});

describe('a mutant is planted', () => {
  it('in its place, with a guard in every loop outside of it', () => {
    const source = 'for (;;) a();\nwhile (b) { c; }\nd(() => { for (;;); });';
    const guards = loopGuards(source, 'g()');
    assert.equal(
      planted(source, undefined, guards),
      'for (;;) {g();a();}\nwhile (b) {g(); c; }\nd(() => { for (;;){g();;} });',
    );
    const removed = mutantsOf(source).find(({ from }) => from.startsWith('d('))!;
    assert.equal(planted(source, removed, guards), 'for (;;) {g();a();}\nwhile (b) {g(); c; }\n;');
  });
});
