import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SESSION_FORMS } from '../../../../src/domain/schedule/plan.ts';
import { formInNote, formInTitle, sessionForm } from '../../../../src/import/tables/session-form.ts';

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

  it('is that with which a title ends, never one that is only studied', () => {
    for (const [title, form] of [
      ['赴市档案馆现场教学', '现场教学'],
      ['上半年工作总结会', '总结会'],
      ['专题党课', '党课'],
      ['自学', '个人自学'],
      ['动员部署会', '动员会'],
    ] as const)
      assert.equal(formInTitle(title), form, title);
    for (const title of [
      '学习《调研工作规定》',
      '学习贯彻全市警示教育大会精神',
      '学习经济工作会议',
      '主题党日工作规范',
      '',
    ])
      assert.equal(formInTitle(title), undefined, title);
  });

  it('is what the note is, or the one that it names', () => {
    assert.equal(formInNote('自学'), '个人自学');
    assert.equal(formInNote('现场教学，自备饮水'), '现场教学');
    assert.equal(formInNote('党课和现场教学'), undefined);
    assert.equal(formInNote('带笔记本'), undefined);
  });
});
