import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mediaFile } from '../../../../src/publish/dev/show-media.ts';

describe('the file of media/ that an address of dev asks for', () => {
  it('is recognised below a base path, encoded or not, with any query or anchor', () => {
    assert.equal(mediaFile('/media/a.png', '/'), 'media/a.png');
    assert.equal(mediaFile('/study/media/%E5%9B%BE/a%20b.svg?v=1#top', '/study/'), 'media/图/a b.svg');
  });
  it('is undefined for other addresses, hidden files, and paths that leave the folder', () => {
    for (const address of [
      '/',
      '/texts/media/',
      '/media/',
      '/media//a.png',
      '/media/.a.png',
      '/media/~a.png',
      '/media/../site.yaml',
      '/media/%2e%2e/site.yaml',
      '/media/..%2fsite.yaml',
      '/media/..%5csite.yaml',
      '/media/a%00.png',
      '/media/Thumbs.db',
    ])
      assert.equal(mediaFile(address, '/'), undefined, address);
    assert.equal(mediaFile('/media/a.png', '/study/'), undefined);
  });
});
