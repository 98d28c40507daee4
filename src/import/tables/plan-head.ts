import { plainName } from '../../tables/columns.ts';
import type { Grid } from './grid.ts';
import type { SheetCell } from './read-workbook.ts';

/** What a column of a 学习计划安排表 is for. */
export type PlanKey =
  | 'number'
  | 'stage'
  | 'time'
  | 'finish'
  | 'title'
  | 'content'
  | 'readings'
  | 'form'
  | 'people'
  | 'chair'
  | 'lead'
  | 'speakers'
  | 'place'
  | 'attendees'
  | 'observers'
  | 'hours'
  | 'requirement'
  | 'responsible'
  | 'note';

/** Names by which offices call the columns, this project's own first. Compared without blanks and without what stands in brackets. */
const NAMES: Record<PlanKey, readonly string[]> = {
  number: ['序号', '编号', '次序', '场次', '期次', '次数', '期数'],
  stage: ['阶段', '学习阶段', '活动阶段', '所属阶段'],
  time: [
    '时间',
    '学习时间',
    '日期',
    '学习日期',
    '时间安排',
    '年份',
    '年度',
    '年',
    '月份',
    '月',
    '日',
    '周次',
    '起止时间',
    '计划时间',
    '计划学习时间',
    '具体时间',
    '开始时间',
    '星期',
    '时段',
    '时刻',
    '计划',
    '周',
    '几月',
    '学习月份',
    '日期时间',
    '举办时间',
    '会议时间',
    '活动时间',
    '召开时间',
    '学习时段',
    '结束时间',
  ],
  finish: ['完成时间', '完成时限', '截止时间', '截止日期', '完成日期'],
  title: [
    '专题',
    '学习专题',
    '主题',
    '学习主题',
    '题目',
    '课题',
    '学习课题',
    '研讨专题',
    '专题名称',
    '研讨主题',
    '议题',
    '专题和篇目',
    '活动主题',
    '会议主题',
    '会议议题',
    '党课主题',
    '活动名称',
  ],
  content: ['学习内容', '内容', '主要内容', '学习研讨内容', '学习重点', '活动内容', '主题内容', '工作内容'],
  readings: [
    '学习篇目',
    '篇目',
    '学习材料',
    '学习书目',
    '学习资料',
    '必读篇目',
    '必读书目',
    '学习文件',
    '书目',
    '学习篇目及页码',
    '材料',
  ],
  form: [
    '学习形式',
    '形式',
    '学习方式',
    '方式',
    '组织形式',
    '学习类型',
    '开展形式',
    '活动形式',
    '会议类型',
    '会议形式',
    '会议名称',
    '会议类别',
    '活动类型',
    '活动类别',
  ],
  people: ['主持人/领学人', '主持/领学', '主持领学', '主持人领学人', '主持人及领学人', '主持人、领学人'],
  chair: ['主持人', '主持', '召集人'],
  lead: ['领学人', '领学', '领读人', '领学人员'],
  speakers: [
    '中心发言人',
    '发言人',
    '重点发言人',
    '交流发言人',
    '发言人员',
    '主讲人',
    '主讲',
    '授课人',
    '主讲人员',
    '中心发言',
  ],
  place: ['地点', '学习地点', '会议地点', '场所', '活动地点', '地址'],
  attendees: [
    '参加人员',
    '参学人员',
    '参加范围',
    '学习对象',
    '参加对象',
    '参会人员',
    '人员范围',
    '范围',
    '参学范围',
    '学习人员',
    '参训人员',
    '参与人员',
    '参加者',
  ],
  observers: ['列席', '列席人员', '列席人', '列席对象', '列席范围'],
  hours: ['学时', '课时'],
  requirement: ['完成要求', '要求', '学习要求', '学习目标', '目标要求', '工作要求', '具体要求'],
  responsible: [
    '责任人',
    '责任科室',
    '责任部门',
    '责任单位',
    '牵头科室',
    '牵头部门',
    '负责人',
    '责任处室',
    '承办科室',
    '组织单位',
  ],
  note: ['备注', '说明', '备注说明'],
};
const KEY_OF = new Map(
  (Object.keys(NAMES) as PlanKey[]).flatMap((key) =>
    NAMES[key].map((name) => [plainName(name), key] as const),
  ),
);
const MOST_ABOVE = 15;
const MOST_HEAD_ROWS = 3;
const LONGEST_NAME = 14;

/** The column names of a table: the rows they take, and what every column is for. A column of another name keeps its name. */
export interface PlanHead {
  from: number;
  until: number;
  columns: { column: number; key: PlanKey | undefined; name: string }[];
}

/** Finds the column names: one row, or two where names stand above narrower ones. `undefined` where no row names what a plan needs. */
export function findPlanHead(grid: Grid): PlanHead | undefined {
  let best: PlanHead | undefined;
  const first = grid.nextRow(1);
  for (let row = first; row <= Math.min(grid.lastRow, first + MOST_ABOVE - 1); row += 1) {
    const head = startsPlan(grid, row);
    if (head && known(head).size > (best ? known(best).size : 0)) best = head;
  }
  return best && separated(best);
}

/** Whether a row only repeats the column names, as sheets do that were printed page by page. */
export function repeatsHead(cells: readonly SheetCell[]): boolean {
  return cells.length >= 3 && cells.every(({ text }) => keyOf(text) !== undefined);
}

/** Whether the column names of a plan's table begin in a row. */
export function startsPlan(grid: Grid, row: number): PlanHead | undefined {
  const cells = grid.startingIn(row);
  if (!cells.some(({ text }) => keyOf(text))) return undefined;
  const head = headAt(grid, row, cells);
  return isPlans(head) ? head : undefined;
}

function headAt(grid: Grid, from: number, cells: readonly SheetCell[]): PlanHead {
  const named = cells.filter(({ text }) => keyOf(text));
  let until = Math.min(from + MOST_HEAD_ROWS - 1, Math.max(...named.map(({ row, down }) => row + down - 1)));
  if (until === from && isSecondLine(grid, from + 1)) until = from + 1;
  const last = Math.max(...cells.map(({ column, across }) => column + across - 1));
  const columns = Array.from({ length: Math.min(last, 100) }, (_, index) => {
    const column = index + 1;
    const texts: string[] = [];
    for (let row = from; row <= until; row += 1) {
      const text = grid.at(row, column)?.text;
      if (text !== undefined && texts.at(-1) !== text) texts.push(text);
    }
    const key = texts.map(keyOf).findLast((found) => found !== undefined);
    return { column, key, name: texts.map((text) => text.replace(/\s+/gu, '')).join('·') };
  });
  return { from, until, columns: columns.filter(({ name }) => name !== '') };
}

/** A second line of names: short, two or more of them known, without figures. */
function isSecondLine(grid: Grid, row: number): boolean {
  const cells = grid.startingIn(row);
  const keys = cells.map(({ text }) => keyOf(text));
  return (
    keys.filter((key) => key !== undefined).length >= 2 &&
    cells.every(({ text }) => text.length <= LONGEST_NAME) &&
    !cells.some(({ text }) => /\d/.test(text))
  );
}

function known(head: PlanHead): Set<PlanKey> {
  return new Set(head.columns.flatMap(({ key }) => (key === undefined ? [] : [key])));
}

function isPlans(head: PlanHead): boolean {
  const keys = known(head);
  return (
    (keys.has('title') || keys.has('content') || keys.has('readings')) &&
    (keys.has('time') || keys.has('finish') || keys.has('form'))
  );
}

/** 学习内容 is what is read where another column names the subject, and the subject where none does. */
function separated(head: PlanHead): PlanHead {
  const keys = known(head);
  const content = keys.has('title') ? (keys.has('readings') ? 'requirement' : 'readings') : 'title';
  return {
    ...head,
    columns: head.columns.map((each) => {
      if (each.key === 'content') return { ...each, key: content };
      // Beside a time, 完成时间 is a second one, and stays under its own name.
      return each.key === 'finish' ? { ...each, key: keys.has('time') ? undefined : 'time' } : each;
    }),
  };
}

function keyOf(name: string): PlanKey | undefined {
  return KEY_OF.get(plainName(name));
}
