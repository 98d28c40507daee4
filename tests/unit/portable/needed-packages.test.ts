import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { lockedPackages } from '../../../src/licences/packages.ts';
import { neededPackages } from '../../../scripts/portable/needed-packages.ts';
import { PLATFORMS, platformNamed } from '../../../scripts/portable/platform.ts';
import { ROOT } from '../../support/site.ts';

const [windows, linux, arm] = PLATFORMS as [
  (typeof PLATFORMS)[number],
  (typeof PLATFORMS)[number],
  (typeof PLATFORMS)[number],
];

function lock(packages: Record<string, object>): string {
  return JSON.stringify({ packages });
}

const paths = (packages: Record<string, object>, platform = linux) =>
  neededPackages(lockedPackages(lock(packages)), platform).map(({ path }) => path);

describe('the packages of a portable edition', () => {
  it('are those that the project asks for and those that these ask for, each where Node finds it', () => {
    assert.deepEqual(
      paths({
        '': { dependencies: { a: '1' }, devDependencies: { tool: '1' } },
        'node_modules/a': { version: '1.0.0', dependencies: { b: '2' } },
        'node_modules/a/node_modules/b': { version: '2.0.0' },
        'node_modules/b': { version: '1.0.0' },
        'node_modules/tool': { version: '1.0.0', dev: true },
      }),
      ['node_modules/a', 'node_modules/a/node_modules/b'],
    );
  });
  it('hold what another package expects beside it, unless it says that it does without', () => {
    assert.deepEqual(
      paths({
        '': { dependencies: { a: '1' } },
        'node_modules/a': {
          peerDependencies: { host: '1', other: '1' },
          peerDependenciesMeta: { other: { optional: true } },
        },
        'node_modules/host': {},
        'node_modules/other': {},
      }),
      ['node_modules/a', 'node_modules/host'],
    );
  });
  it('are those of the platform alone, with glibc on Linux, written as a word or a list', () => {
    const packages = {
      '': { optionalDependencies: { win: '1', x64: '1', arm: '1', musl: '1', node: '1' } },
      'node_modules/win': { os: ['win32'], cpu: ['x64'], optional: true },
      'node_modules/x64': { os: ['linux'], cpu: ['x64'], libc: ['glibc'], optional: true },
      'node_modules/arm': { os: ['linux'], cpu: ['arm64'], libc: ['glibc'], optional: true },
      'node_modules/musl': { os: ['linux'], cpu: ['x64'], libc: ['musl'], optional: true },
      'node_modules/node': { os: 'linux', cpu: 'x64', optional: true },
    };
    assert.deepEqual(paths(packages, linux), ['node_modules/node', 'node_modules/x64']);
    assert.deepEqual(paths(packages, windows), ['node_modules/win']);
    assert.deepEqual(paths(packages, arm), ['node_modules/arm']);
  });
  it('that must be there and are not locked are an error', () => {
    assert.throws(() => paths({ '': { dependencies: { lost: '1' } } }), RangeError);
  });
  it('of this project bring a Node, a bundler and a compiler for each platform, and neither tests nor Pagefind', () => {
    const own = lockedPackages(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
    for (const platform of PLATFORMS) {
      const names = neededPackages(own, platform).map(({ name }) => name);
      const suffix = {
        'win-x64': 'win32-x64-msvc',
        'linux-x64': 'linux-x64-gnu',
        'linux-arm64': 'linux-arm64-gnu',
      }[platform.name];
      for (const name of [
        `node-${platform.name}`,
        `@rolldown/binding-${suffix}`,
        `@astrojs/compiler-binding-${suffix}`,
        'astro',
        'yaml',
      ])
        assert.ok(names.includes(name), `${platform.name}: ${name}`);
      for (const name of ['eslint', 'typescript', 'pagefind', 'sharp'])
        assert.ok(!names.includes(name), name);
    }
  });
  it('are made for no other machine than these', () => {
    assert.equal(platformNamed('linux-loong64'), undefined);
    assert.equal(platformNamed('win-x64'), windows);
  });
});
