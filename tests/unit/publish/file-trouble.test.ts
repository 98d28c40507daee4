import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileTrouble, refusalIn } from '../../../src/publish/file-trouble.ts';
import { renderingTrouble } from '../../../src/publish/render/render-pages.ts';

const trouble = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });

describe('what the file system refuses', () => {
  it('is said with what to do and with the place', () => {
    assert.equal(
      fileTrouble(trouble('ENOSPC', { syscall: 'copyfile', path: '/work/a', dest: '/www/a' })),
      '磁盘已满 — 腾出空间后重试（/www/a）',
    );
    assert.equal(
      fileTrouble(trouble('ENOSPC', { syscall: 'write' }), '/work'),
      '磁盘已满 — 腾出空间后重试（/work）',
    );
  });
  it('names what a folder cannot be made for', () => {
    assert.match(
      fileTrouble(trouble('ENOENT', { syscall: 'mkdir', path: '/a' })),
      /^这里不能建文件夹 — .+（\/a）$/,
    );
    assert.match(
      fileTrouble(trouble('ENOENT', { syscall: 'open', path: '/a' })),
      /^文件或文件夹不见了 — .+（\/a）$/,
    );
  });
  it('is given in its own words where nothing better is known', () => {
    assert.equal(fileTrouble(new Error('站名太长')), '站名太长');
    assert.equal(fileTrouble(trouble('EWHATEVER')), 'EWHATEVER');
  });
});

describe('the rendering process', () => {
  const ending = (output: string, signal: string | null = null) => ({
    code: signal ? null : 1,
    signal,
    output,
  });

  it('that ran into a full disk says so, and where', () => {
    const refusal = { code: 'ENOSPC', syscall: 'write' };
    const full = { ...ending('21:02 [build] ✗'), refusal };
    assert.equal(renderingTrouble(full, '/w'), '页面没有生成：磁盘已满 — 腾出空间后重试（/w）');
    const open = { ...full, refusal: { ...refusal, path: '/w/pages/a.html' } };
    assert.equal(renderingTrouble(open, '/w'), '页面没有生成：磁盘已满 — 腾出空间后重试（/w/pages/a.html）');
  });
  it('that the system killed is taken for one that wanted memory; one that gave up says its words besides', () => {
    assert.match(renderingTrouble(ending('', 'SIGKILL'), '/w'), /内存不足/);
    const output = 'FATAL ERROR: JavaScript heap out of memory';
    assert.match(
      renderingTrouble(ending(output, 'SIGABRT'), '/w'),
      /内存不足.*\nFATAL ERROR: JavaScript heap out of memory$/,
    );
  });
  it('that somebody ended says no more than that', () => {
    assert.equal(renderingTrouble(ending('half a line', 'SIGINT'), '/w'), '生成中途被停下 — 需要时重新运行');
  });
  it('that failed for a reason of its own gives all its words', () => {
    const output = "ENOENT: no such file or directory, open '/w/a'\n  at render";
    assert.equal(renderingTrouble(ending(output), '/w'), `页面没有生成（退出码 1）\n${output}`);
  });
});

describe('what the machine refused', () => {
  it('is found in an error, its cause and its aggregated errors', () => {
    const full = trouble('ENOSPC', { syscall: 'write', path: '/w/a', fd: 3 });
    const refusal = { code: 'ENOSPC', syscall: 'write', path: '/w/a', dest: undefined };
    assert.deepEqual(refusalIn(full), refusal);
    const outer = new Error('no store', { cause: new AggregateError([new Error('other'), full]) });
    assert.deepEqual(refusalIn(outer), refusal);
  });
  it('is nothing where the fault is the program’s', () => {
    for (const error of [
      new Error('ENOSPC'),
      trouble('ENOENT'),
      trouble('ERR_MODULE_NOT_FOUND'),
      'ENOSPC',
      undefined,
    ])
      assert.equal(refusalIn(error), undefined);
  });
});
