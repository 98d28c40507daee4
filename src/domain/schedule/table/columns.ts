/** The columns of a 学习计划安排表 as this project draws it, in order. */
export const PLAN_COLUMNS = [
  { key: 'number', name: '序号' },
  { key: 'time', name: '时间' },
  { key: 'title', name: '专题' },
  { key: 'readings', name: '学习篇目' },
  { key: 'form', name: '学习形式' },
  { key: 'people', name: '主持人/领学人' },
  { key: 'speakers', name: '中心发言人' },
  { key: 'place', name: '地点' },
  { key: 'attendees', name: '参加人员' },
  { key: 'observers', name: '列席' },
  { key: 'requirement', name: '完成要求' },
  { key: 'responsible', name: '责任人' },
  { key: 'note', name: '备注' },
] as const;
export type PlanColumn = (typeof PLAN_COLUMNS)[number]['key'];

/** The columns of the table of what a unit has to hand in, which stands on a sheet of its own; none of them is one of a plan. */
export const DUE_COLUMNS = ['序号', '报送材料', '由谁报送', '报送期限', '报送到', '日期计算说明'] as const;
export const DUE_SHEET = '应报送材料';

/** What the line below the title says, each with a colon and its words behind it. */
export const PLAN_LINE = {
  unit: '单位',
  plan: '学习计划',
  campaign: '专题活动',
  onHoliday: '逢节假日',
  takesPart: '参加时间',
  revised: '修订日期',
  revisions: '修订记录',
} as const;

/** Parts of a cell that say what they are: a line of the cell begins with the label. */
export const CELL_LABELS = {
  chair: '主持：',
  lead: '领学：',
  attendees: '参加：',
  expected: '应到：',
  makeUp: '补学：',
  why: '说明：',
  code: '※代号：',
  rule: '※例会：',
  otherwise: '※与例会不同：',
  droppedTurn: '※不安排：',
  onHoliday: '※逢节假日：',
  added: '※本单位增加',
  change: '※调整',
  moved: '※改期：',
  sittingBefore: '※原安排：',
  chairBefore: '※原主持：',
  placeBefore: '※原地点：',
  observersBefore: '※原列席：',
  host: '※承办：',
} as const;

/** The line of a session's note in which words for a time are kept that no field holds. */
export const KEPT_WORDS = '时间原写：';

/** What of a turn is otherwise than its rule has it, by the words for it. */
export const OTHERWISE = {
  on: '日期',
  time: '时刻',
  place: '地点',
  title: '专题',
  readings: '篇目',
  reason: '原因',
} as const;

/** What stands before the words for one sitting of a session, counted from 1: in the cells for time, title, people and form. */
export function sittingLabel(number: number): string {
  return `第${number}次会`;
}

/** What a time cell says of a session that the unit does not hold, and what stands for nothing. */
export const NOT_HELD_HERE = '本单位不单独安排';
export const UNDECIDED = '待定';
export const NOTHING = '无';

/** The words of a plan's rule for holidays. */
export const HOLIDAY_WORDS = {
  before: '提前到上一个工作日',
  nextMeetingDay: '顺延到下一个学习日',
  nextWorkingDay: '顺延到下一个工作日',
  confirm: '另行通知',
  keep: '照常进行',
} as const;
