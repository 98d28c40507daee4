import { PERSON } from '../shapes.ts';
import { officesIn, isOffice } from './offices.ts';

/** What a line says of one person: a post, a name, or both. */
export interface Person {
  role?: string;
  name?: string;
}

/** Posts with which the description of a person ends: heads of bodies of every kind, their members, titles of professions, plain members. */
const POSTS =
  '总理|国务委员|书记|常委|委员|主任|部长|司长|厅长|局长|署长|处长|科长|股长|所长|站长|省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|村长|院长|校长|园长|馆长|台长|社长|厂长|矿长|场长|行长|队长|关长|库长|会长|理事长|秘书长|董事长|监事长|主席|委员长|检察长|审判长|审判员|庭长|组长|班长|团长|政委|指导员|教导员|参谋长|司令员|专员|调研员|巡视员|总经理|经理|总裁|总监|厂长|店长|总编辑|总编|主编|编辑|总工程师|工程师|总工|总会计师|会计师|总经济师|经济师|教授|研究员|讲师|教师|老师|教员|医师|医生|药师|技师|护师|护士长|护士|检察官|法官|律师|院士|专家|学者|秘书|助理|顾问|干事|主管|专干|负责人|召集人|发言人|主持人|联络员|网格员|辅导员|办事员|科员|成员|党员|代表|学员|队员|会员|员工|职工|干部|村民|居民|学生|同学|家长|劳模';
const STATION = '(?:[（(]\\p{Script=Han}{1,10}[）)])?';
const ROLE = new RegExp(`(?:${POSTS})${STATION}$`, 'u');
const LABEL =
  /^(?:主讲人?|宣讲人|报告人|讲话人|发言人|汇报人|述职人|致辞人?|演讲人|作者|撰稿人?|撰写人|执笔人?|姓名|签名|学员|心得人|申请人|承诺人|倡议人|填表人|述评人)[:：\s]+/u;
const NO_ROLE = /[。！？；：:“”《》]|关于|第[一二三四五六七八九十\d]+[条章节]/u;
const LONGEST_LINE = 60;
const LONGEST_ROLE = 48;
const GAPS = /[\s\u00A0\u3000]+/gu;
const FOREIGN_NAME = '\\p{Script=Han}{1,8}(?:·\\p{Script=Han}{1,8}){1,3}';
const SOME_NAME = new RegExp(`^(?:\\p{Script=Han}{2,4}|${FOREIGN_NAME}|[某×XＸxX*]{2,4})$`, 'u');
const KNOWN_NAME = new RegExp(`^(?:${PERSON}|${FOREIGN_NAME}|某某某?|[×ＸX]{2,3})$`, 'u');
const RUN_IN = new RegExp(
  `^(?<role>.*(?:${POSTS}))(?<name>${PERSON}|${FOREIGN_NAME}|某某某?|[×ＸX]{2,3})$`,
  'u',
);

/** Whether some words, trimmed and without gaps, are a personal name by their surname. */
export function isName(words: string): boolean {
  return KNOWN_NAME.test(words.replace(GAPS, '')) && !ROLE.test(words) && !isOffice(words);
}

/** Whether some words end in a post. */
export function isRole(words: string): boolean {
  return words.length <= LONGEST_ROLE && ROLE.test(words) && !NO_ROLE.test(words);
}

/**
 * The person that a line describes if it does nothing else: 市卫生局局长 张小三, 张小三（市卫生局局长）, 市卫生局 张小三, 局长, 张小三, 汇报人：张小三.
 * `undefined` for any other line.
 */
export function personIn(line: string): Person | undefined {
  const words = line
    .trim()
    .replace(/^[（(](?<inner>[^（）()]*)[）)]$/u, '$<inner>')
    .trim();
  const isLabelled = LABEL.test(words);
  const told = words.replace(LABEL, '').replace(/同志$/u, '').trim();
  if (told === '' || told.length > LONGEST_LINE || NO_ROLE.test(told)) return undefined;
  return (
    inBrackets(told) ??
    setApart(told) ??
    runTogether(told) ??
    (isName(told) || (isLabelled && SOME_NAME.test(told.replace(GAPS, '')))
      ? { name: told.replace(GAPS, '') }
      : undefined) ??
    (isRole(told) ? { role: told } : undefined)
  );
}

/** 张小三（市卫生局局长） */
function inBrackets(words: string): Person | undefined {
  const match = /^(?<name>[^（(]{2,10})[（(](?<role>[^）)]{2,40})[）)]$/u.exec(words)?.groups;
  if (!match?.name || !match.role || !SOME_NAME.test(match.name.replace(GAPS, ''))) return undefined;
  return isRole(match.role) || officesIn(match.role).length > 0
    ? { name: match.name.replace(GAPS, ''), role: match.role }
    : undefined;
}

/** A post or a body, a gap, a name, the name perhaps spread over its place; or the name first. */
function setApart(words: string): Person | undefined {
  const parts = words.split(GAPS);
  for (let at = parts.length - 1; at >= Math.max(1, parts.length - 3); at -= 1) {
    const [before, name] = [parts.slice(0, at).join(' '), parts.slice(at).join('')];
    const isWhole =
      SOME_NAME.test(name) && (parts.length - at === 1 || parts.slice(at).every((part) => part.length === 1));
    if (!isWhole || isRole(name)) continue;
    if (isRole(before) && !isOffice(name)) return { role: before, name };
    if (officesIn(before).length > 0 && isName(name)) return { role: before, name };
  }
  const [name = '', ...rest] = parts;
  const role = rest.join(' ');
  return rest.length > 0 && isName(name) && (isRole(role) || officesIn(role).length > 0)
    ? { role, name }
    : undefined;
}

/** Words that begin with a surname and speak of an office: 新任干部任前, 处长任职. */
const NO_NAME = /^任[前后中上内期职免]$/u;

/** 市卫生局局长张小三 */
function runTogether(words: string): Person | undefined {
  const match = RUN_IN.exec(words)?.groups;
  return match?.role && match.name && !NO_NAME.test(match.name) && isRole(match.role)
    ? { role: match.role, name: match.name }
    : undefined;
}
