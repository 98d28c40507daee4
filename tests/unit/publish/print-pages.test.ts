import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isCollision } from '../../../src/publish/print-pages.ts';

describe('a printing process that failed', () => {
  it('fell over another build where the temporary file of Astro’s own folder was gone', () => {
    const rename = "rename '/office/.astro/content-assets.mjs.tmp' -> '/office/.astro/content-assets.mjs'";
    assert.ok(
      isCollision(
        `[UnknownFilesystemError]\n  Caused by:\n  ENOENT: no such file or directory, ${rename}\n    at async`,
      ),
    );
    assert.ok(
      isCollision(
        "EPERM: operation not permitted, rename 'C:\\office\\.astro\\content-modules.mjs.tmp' -> 'x'",
      ),
    );
  });

  it('failed for good where anything else was the matter', () => {
    for (const output of [
      '',
      "ENOENT: no such file or directory, open '/office/.astro/content-assets.mjs'",
      "ENOENT: no such file or directory, rename '/office/dist.tmp' -> '/office/dist'",
      'a page names .astro/x.tmp',
    ])
      assert.ok(!isCollision(output), output);
  });
});
