import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as budgets from '../../../src/domain/budgets.ts';

const { ATTACHMENT_BUDGET, CONTENT_BUDGET, IMPORT_BUDGET, PACKAGE_BUDGET, SELF_CHECK_BUDGET, TABLE_BUDGET } =
  budgets;

/** Bytes of a file with a book of a thousand printed pages in it, and of a report with two hundred photographs. */
const BOOK = 3_000_000;
const PHOTOGRAPHS = 200_000_000;

test('no budget refuses a book, a table of many rows or a report with photographs', () => {
  for (const bytes of [
    IMPORT_BUDGET.fileBytes,
    PACKAGE_BUDGET.bytes,
    TABLE_BUDGET.fileBytes,
    TABLE_BUDGET.package.bytes,
    CONTENT_BUDGET.textBytes,
    SELF_CHECK_BUDGET.fileBytes,
    SELF_CHECK_BUDGET.bytes,
  ])
    assert.ok(bytes >= BOOK, String(bytes));
  assert.ok(ATTACHMENT_BUDGET.bytes >= PHOTOGRAPHS);
  assert.ok(PACKAGE_BUDGET.harmlessBytes >= 1_000_000);
  assert.ok(CONTENT_BUDGET.yamlBytes >= 1_000_000);
});

test('every budget fits into the memory of an old machine', () => {
  const figures = Object.values(budgets).flatMap((budget) => Object.entries(budget));
  for (const [name, figure] of figures)
    if (/bytes$/iu.test(name)) assert.ok(Number(figure) <= 300_000_000, `${name} ${String(figure)}`);
});
