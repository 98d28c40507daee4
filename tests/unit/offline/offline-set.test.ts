import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { digestOf, EDITION_FILE, isDigest, setAddress } from '../../../src/domain/offline/offline-set.ts';

test('the digest of a file is the beginning of its SHA-256', () => {
  const sha256 = createHash('sha256').update('学习').digest();
  assert.equal(digestOf(sha256), sha256.toString('hex').slice(0, 16));
  assert.equal(digestOf(new Uint8Array([0, 1, 15, 16, 255, 0, 0, 0, 9]).buffer), '00010f10ff000000');
});

test('only sixteen figures of a digest are one, not what a gateway answers in between', () => {
  assert.equal(isDigest('0123456789abcdef'), true);
  for (const text of [
    '',
    '0123456789abcde',
    '0123456789abcdef0',
    '0123456789ABCDEF',
    '0123456789abcdeg',
    'g123456789abcdef',
    '<html>登录</html>',
  ])
    assert.equal(isDigest(text), false, text);
});

test('the list of a unit and the edition have names of their own', () => {
  assert.equal(setAddress('blood-center'), '/offline/blood-center.json');
  assert.equal(EDITION_FILE, 'offline/edition.txt');
});
