import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mediaLines } from '../../../src/check/media-lines.ts';

describe('what is said of pictures and attachments', () => {
  const traces = Array.from({ length: 22 }, (_, index) => ({
    file: `media/${index}.jpg`,
    removed: ['GPS 位置', '注释'],
    carried: [],
  }));

  it('is a line for each file with something to say', () => {
    assert.deepEqual(
      mediaLines([
        ...traces.slice(0, 1),
        { file: 'media/a.png', removed: [], carried: [] },
        { file: 'media/b.svg', removed: ['脚本'], carried: [] },
        { file: 'media/c.docx', removed: [], carried: ['作者姓名', '批注'] },
      ]),
      [
        'media/0.jpg：发布的图片里去掉了 GPS 位置、注释',
        'media/b.svg：发布的图片里去掉了脚本',
        'media/c.docx：附件照原样发布，里面有作者姓名、批注 — 不想公开的，先在原文件里去掉',
      ],
    );
  });
  it('ends with how many more there are where they are too many', () => {
    assert.equal(mediaLines(traces).length, 22);
    assert.deepEqual(mediaLines(traces, 20).slice(19), [
      'media/19.jpg：发布的图片里去掉了 GPS 位置、注释',
      '另有 2 个文件也是这样，运行 npm run check 逐个查看。',
    ]);
    assert.equal(mediaLines(traces, 22).length, 22);
  });
});
