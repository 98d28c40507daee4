import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Adjustment, Plan, PlanSession } from '../../../src/domain/schedule/plan.ts';
import { CELL_LABELS, HOLIDAY_WORDS, PLAN_COLUMNS } from '../../../src/domain/schedule/table/columns.ts';
import { planTable, type TabledPlan } from '../../../src/domain/schedule/table/plan-table.ts';
import { readingWords } from '../../../src/domain/schedule/table/reading-words.ts';
import { bloodCenter, campaign, planOf, session, worked } from './example.ts';

const TITLES: Record<string, string> = { mobilise: '学习动员', examine: '查摆问题', 'sum-up': '总结' };

function tabled(
  sessions: PlanSession[],
  adjustments: Adjustment[] = [],
  fields: Partial<Plan> = {},
): TabledPlan {
  const plan = { ...planOf(sessions), ...fields };
  const unit = { ...bloodCenter, name: '市血液中心', plans: [{ plan: plan.id, adjustments }] };
  const stages = campaign.stages!.map((stage) => ({ ...stage, title: TITLES[stage.id] ?? '以后' }));
  return {
    unit,
    plan,
    campaign: { ...campaign, until: '2026-12-31', id: 'conduct-2026', name: '转作风、优服务', stages },
    schedule: worked(plan, unit),
    deadlines: [],
  };
}

const tableOf = (...of: Parameters<typeof tabled>) => planTable(tabled(...of), (reading) => `《${reading}》`);

function cellsOf(...of: Parameters<typeof tabled>) {
  return tableOf(...of).rows.flatMap((row) => (row.kind === 'session' ? [row.cells] : []));
}

describe('The schedule table of a unit', () => {
  it('is headed by the plan’s title and says whose plan it is and what becomes of holidays', () => {
    const { title, line } = tableOf([]);
    assert.equal(title, '转作风、优服务学习计划安排表');
    assert.deepEqual(line, [
      '单位：市血液中心',
      '学习计划：转作风、优服务学习计划',
      '专题活动：转作风、优服务',
      '逢节假日：另行通知',
    ]);
  });

  it('says the day on which the plan was last changed, where it was', () => {
    assert.equal(tableOf([], [], { revised: '2026-09-08' }).line.at(-1), '修订日期：2026年9月8日');
  });

  it('stands in stages with their spans, sessions of no stage last, all counted from 1', () => {
    const { rows } = tableOf([
      session('s1', { stage: undefined }),
      session('s2', { stage: 'examine', when: { week: 5 } }),
      session('s3'),
      session('s4', { stage: 'later', when: 'unknown' }),
    ]);
    assert.deepEqual(
      rows.map((row) => (row.kind === 'stage' ? row.words : `${row.cells.number} ${row.session}`)),
      [
        '第一阶段：学习动员（2026年9月14日至2026年10月9日）',
        '1 s3',
        '第二阶段：查摆问题（2026年10月10日至2026年11月13日）',
        '2 s2',
        '第四阶段：以后',
        '3 s4',
        '其他',
        '4 s1',
      ],
    );
  });

  it('leaves out deadlines, which have no cells', () => {
    const of = tabled([session('s1')]);
    const result = { kind: 'month', month: '2026-09', explanation: '9月内。' } as const;
    const due = { id: 'report-a', title: '总结' };
    const deadlines = [{ ...due, of: due, result, all: result }];
    assert.deepEqual(
      planTable({ ...of, deadlines }, String).rows.map(({ kind }) => kind),
      ['stage', 'session'],
    );
  });

  it('has all that a session says in its cells, a line for each of several', () => {
    const [cells] = cellsOf([
      session('s1', {
        title: '实地看窗口',
        readings: ['texts/a', 'texts/b#p2'],
        hours: 4,
        chair: '李某',
        lead: '王某',
        speakers: ['赵某', '钱某'],
        place: '献血屋',
        attendees: '全体党员',
        observers: '机关党委派员',
        requirement: '交心得',
        responsible: '办公室',
        note: '自备笔记本',
      }),
    ]);
    assert.deepEqual(cells, {
      number: '1',
      time: '第1周\n9月18日（周五） 14:30—16:00',
      title: '实地看窗口',
      readings: '《texts/a》\n《texts/b#p2》',
      form: '集中学习\n4学时',
      people: '主持：李某\n领学：王某',
      speakers: '赵某\n钱某',
      place: '献血屋',
      attendees: '全体党员',
      observers: '机关党委派员',
      requirement: '交心得',
      responsible: '办公室',
      note: '自备笔记本',
    });
  });

  it('has a cell for every column', () => {
    const [cells] = cellsOf([session('s1')]);
    assert.deepEqual(
      Object.keys(cells ?? {}),
      PLAN_COLUMNS.map(({ key }) => key),
    );
  });

  it('leaves the cells empty of which a session says nothing', () => {
    const [cells] = cellsOf([session('s1', { form: '调研', when: undefined })]);
    assert.deepEqual(cells, {
      number: '1',
      time: '待定\n说明：时间待定，另行通知',
      title: '专题s1',
      readings: '',
      form: '调研',
      people: '',
      speakers: '',
      place: '',
      attendees: '',
      observers: '',
      requirement: '',
      responsible: '',
      note: '',
    });
  });

  it('notes the id of a session that its number does not give', () => {
    const notes = cellsOf([session('opening'), session('s2'), session('s1')]).map(({ note }) => note);
    assert.deepEqual(notes, ['※代号：opening', '', '※代号：s1']);
  });

  it('notes why the unit changed a session, and who and where it was before', () => {
    const [cells] = cellsOf(
      [session('s1', { chair: '李某', place: '献血屋', note: '自备笔记本' })],
      [{ session: 's1', chair: '王某', place: '示教室', reason: '李某出差' }],
    );
    assert.equal(cells?.people, '主持：王某');
    assert.equal(cells?.place, '示教室');
    assert.equal(cells?.note, '自备笔记本\n※调整：李某出差\n※原主持：李某\n※原地点：献血屋');
  });

  it('names the meeting room as the place before, and nobody as the chair, where the plan names none', () => {
    const change = [{ session: 's1', chair: '王某', place: '示教室' }];
    assert.equal(cellsOf([session('s1')], change)[0]?.note, '※原主持：无\n※原地点：二楼会议室');
    const of = tabled([session('s1')], change);
    const { rows } = planTable({ ...of, unit: { ...of.unit, meeting: undefined } }, String);
    const [, row] = rows;
    assert.equal(row?.kind === 'session' && row.cells.note, '※原主持：无\n※原地点：无');
  });

  it('notes changes of that session only, and of that plan only', () => {
    const notes = cellsOf([session('s1'), session('s2')], [{ session: 's2', chair: '王某' }]);
    assert.deepEqual(
      notes.map(({ note }) => note),
      ['', '※原主持：无'],
    );
    const of = tabled([session('s1')]);
    const plans = [{ plan: 'another', adjustments: [{ session: 's1', reason: '另一计划' }] }];
    const { rows } = planTable({ ...of, unit: { ...of.unit, plans } }, String);
    assert.ok(rows.every((row) => row.kind === 'stage' || row.cells.note === ''));
  });

  it('says of a session of the unit’s own that it is one, and its time in its own words', () => {
    const { title, form } = session('own');
    const own = (fields: Partial<Adjustment>, when?: PlanSession['when']) =>
      cellsOf([], [{ session: 's1', add: { stage: 'mobilise', title, form, when }, ...fields }])[0];
    assert.deepEqual(
      [own({}, { week: 1 })?.time, own({}, { week: 1 })?.note],
      ['第1周\n9月18日（周五） 14:30—16:00', '※本单位增加'],
    );
    assert.equal(own({ on: '2026-09-22', time: '09:00' })?.time, '9月22日（周二） 09:00');
    assert.equal(own({ reason: '上级要求' }, { week: 1 })?.note, '※本单位增加\n※调整：上级要求');
    assert.ok(own({})?.time.startsWith('待定'));
  });
});

describe('The words for readings in a table', () => {
  const words = readingWords([
    { key: 'texts/outline', title: '学习提纲' },
    { key: 'texts/notice', title: '通知' },
    { key: 'speeches/notice', title: '通知' },
  ]);

  it('name an entry by its title, and a paragraph by its number', () => {
    assert.equal(words('texts/outline'), '《学习提纲》');
    assert.equal(words('texts/outline#p23'), '《学习提纲》第23段');
  });

  it('tell entries of one title apart by their keys', () => {
    assert.equal(words('texts/notice'), '《通知》（texts/notice）');
    assert.equal(words('speeches/notice#p2'), '《通知》（speeches/notice）第2段');
  });

  it('never name what was withdrawn', () => {
    assert.equal(words('texts/gone'), '篇目已撤下');
    assert.equal(words('texts/gone#p2'), '篇目已撤下');
    assert.equal(words(''), '篇目已撤下');
  });
});

describe('The words of a table, by which it is read back', () => {
  it('name the columns in the order of offices', () => {
    assert.equal(
      PLAN_COLUMNS.map(({ name }) => name).join(' '),
      '序号 时间 专题 学习篇目 学习形式 主持人/领学人 中心发言人 地点 参加人员 列席 完成要求 责任人 备注',
    );
  });

  it('say what becomes of a holiday in five ways', () => {
    assert.deepEqual(HOLIDAY_WORDS, {
      before: '提前到上一个工作日',
      nextMeetingDay: '顺延到下一个学习日',
      nextWorkingDay: '顺延到下一个工作日',
      confirm: '另行通知',
      keep: '照常进行',
    });
  });

  it('begin with labels of which none begins with another', () => {
    const labels = Object.values(CELL_LABELS);
    for (const label of labels)
      assert.deepEqual(
        labels.filter((other) => label.startsWith(other)),
        [label],
      );
  });
});
