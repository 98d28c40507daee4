import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseNames } from '../../../src/domain/forms/names.ts';

const read = (text: string) => parseNames(text).map(({ name, post }) => [name, post]);

test('a line is a person: name first, department and post after a comma, tab or blank', () => {
  assert.deepEqual(read('甲乙丙，办公室主任\n丁戊\t财务科\n己庚 医务科'), [
    ['甲乙丙', '办公室主任'],
    ['丁戊', '财务科'],
    ['己庚', '医务科'],
  ]);
});

test('numbers in front, heading rows, empty lines and quotation marks of a CSV file are dropped', () => {
  assert.deepEqual(read('\uFEFF序号,姓名,部门\r\n1,"甲乙",办公室\r\n\r\n2. 丙丁\r\n'), [
    ['甲乙', '办公室'],
    ['丙丁', ''],
  ]);
});

test('a name of two characters with a blank between them is one name', () => {
  assert.deepEqual(read('甲　乙，办公室\n甲 乙'), [
    ['甲乙', '办公室'],
    ['甲乙', ''],
  ]);
});

test('names in a row between 、 are people each', () => {
  assert.deepEqual(read('甲乙、丙丁、戊己'), [
    ['甲乙', ''],
    ['丙丁', ''],
    ['戊己', ''],
  ]);
});
