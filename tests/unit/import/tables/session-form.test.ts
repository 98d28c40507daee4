import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SESSION_FORMS } from '../../../../src/domain/schedule/plan.ts';
import { sessionForm } from '../../../../src/import/tables/session-form.ts';

describe('The form of a session in a table', () => {
  it('is known by its own name, blanks in it or not', () => {
    for (const form of SESSION_FORMS) assert.deepEqual(sessionForm(form), { form, certainty: 'same' });
    assert.equal(sessionForm('集 中\n学习').certainty, 'same');
  });

  it('is known by other words, which are then to be kept', () => {
    assert.deepEqual(sessionForm('自学'), { form: '个人自学', certainty: 'same' });
    assert.deepEqual(sessionForm('专家讲座'), { form: '辅导报告', certainty: 'alike' });
    assert.deepEqual(sessionForm('集中学习（视频）'), { form: '集中学习', certainty: 'alike' });
    assert.deepEqual(sessionForm('民主生活会'), { form: '会议', certainty: 'alike' });
  });

  it('is only supposed where nothing is said or understood', () => {
    assert.equal(sessionForm('').certainty, 'supposed');
    assert.equal(sessionForm('其他').certainty, 'supposed');
  });
});
