import { SESSION_FORMS, type SessionForm } from '../../domain/schedule/plan.ts';

/** Words that say the same as a form. */
const SAME: Record<string, SessionForm> = {
  自学: '个人自学',
  个人学习: '个人自学',
  集体学习: '集中学习',
  研讨: '交流研讨',
  专题研讨: '交流研讨',
  研讨交流: '交流研讨',
  集中研讨: '交流研讨',
  学习研讨: '交流研讨',
  讨论: '交流研讨',
  中心组集体学习: '中心组学习',
  理论学习中心组学习: '中心组学习',
  党组理论学习中心组学习: '中心组学习',
  专题党课: '党课',
  主题党日活动: '主题党日',
  专题组织生活会: '组织生活会',
  动员部署会: '动员会',
  总结大会: '总结会',
};

/** Other words for the forms of a session, tried in this order. */
const OTHER_WORDS: readonly [pattern: RegExp, form: SessionForm][] = [
  [/民主生活会/u, '会议'],
  [/中心组/u, '中心组学习'],
  [/自学|自读|个人学习/u, '个人自学'],
  [/党课/u, '党课'],
  [/党日/u, '主题党日'],
  [/辅导|讲座|报告会|专题报告/u, '辅导报告'],
  [/读书班|读书会/u, '读书班'],
  [/警示/u, '警示教育'],
  [/现场|参观|实地|研学|观摩/u, '现场教学'],
  [/收听|收看|观看|视频/u, '收听收看'],
  [/调研|走访/u, '调研'],
  [/动员|部署|启动/u, '动员会'],
  [/总结/u, '总结会'],
  [/研讨|讨论|交流|座谈/u, '交流研讨'],
  [/集中|集体|学习会|传达/u, '集中学习'],
  [/会/u, '会议'],
];

/** The form that words mean, and how sure that is. Without words, or with unknown ones, 集中学习 is supposed. */
export function sessionForm(words: string): { form: SessionForm; certainty: 'same' | 'alike' | 'supposed' } {
  const plain = words.replace(/\s/gu, '');
  const same = SESSION_FORMS.find((form) => form === plain) ?? SAME[plain];
  if (same) return { form: same, certainty: 'same' };
  const named = SESSION_FORMS.filter((form) => plain.includes(form));
  const found = named.length === 1 ? named[0] : OTHER_WORDS.find(([pattern]) => pattern.test(plain))?.[1];
  return found ? { form: found, certainty: 'alike' } : { form: '集中学习', certainty: 'supposed' };
}

/** 会议 ends many titles of what is studied (学习…工作会议), and is no sign of the form. */
const FORMS_IN_TITLES = SESSION_FORMS.filter((form) => form !== '会议').sort((a, b) => b.length - a.length);
const AT_END = new RegExp(
  `(${[...Object.keys(SAME).filter((words) => words.length > 2), ...FORMS_IN_TITLES].join('|')})(?:活动)?$`,
  'u',
);

/** The form with which a title ends: 赴档案馆现场教学, 活动总结会. A form elsewhere in a title may be what is studied. */
export function formInTitle(title: string): SessionForm | undefined {
  const plain = title.replace(/\s/gu, '');
  const same = sessionForm(plain);
  if (same.certainty === 'same') return same.form;
  const [, words] = AT_END.exec(plain) ?? [];
  return words === undefined ? undefined : (SESSION_FORMS.find((form) => form === words) ?? SAME[words]);
}

/** The form that a note is or names alone: 自学; 现场教学，上午九点乘车. */
export function formInNote(note: string): SessionForm | undefined {
  const plain = note.replace(/\s/gu, '');
  if (plain === '') return undefined;
  const same = sessionForm(plain);
  if (same.certainty === 'same') return same.form;
  const named = FORMS_IN_TITLES.filter((form) => plain.includes(form));
  return named.length === 1 ? named[0] : undefined;
}
