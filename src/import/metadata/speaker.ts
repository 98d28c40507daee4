import type { Fields } from '../../schemas/collections.ts';
import { PERSON } from '../shapes.ts';
import type { Finding } from './finding.ts';
import { isRole, isName, personIn } from './people.ts';

/** Who speaks: a role, and a name only where the source puts it beside the role. */
export type Speaker = Fields<'speeches'>['speaker'];

/** Stands where a source does not say who speaks. */
export const NOT_STATED = '原文未注明';

/** Where a speaker may be told. */
export interface SpeakerClues {
  title: string;
  subtitle?: string | undefined;
  /** 局长 张小三, under the title. */
  speakerLine: string | undefined;
  /** A name alone under the title. */
  nameLine?: string | undefined;
  /** A body under the title, for which somebody speaks. */
  officeLine?: string | undefined;
  /** The first lines of the speech. */
  opening?: readonly string[];
}

const MANNER = '(?:重要|总结|动员|表态|交流|开幕|闭幕|主持|即席|即兴|主旨|典型|书面|大会|专题|工作|辅导)?';
const OF_ONESELF = new RegExp(`我(?:叫|的名字叫|是[^。，]{0,24}的)(?<name>${PERSON})(?=[，,。])`, 'u');
const SPOKEN = '(?:讲话|发言|致辞|致词|报告|演讲|党课|宣讲|主持词|讲稿|授课)';
const WITH_SPEAKER = new RegExp(
  `^(?<who>.{1,40}?)(?:同志)?在(?<where>.{2,60}?)(?:上|时|中)?的?${MANNER}${SPOKEN}`,
  'u',
);
const WITHOUT_SPEAKER = new RegExp(`^在(?<where>.{2,60}?)(?:上|时|中)?的?${MANNER}${SPOKEN}`, 'u');
const OF_SPEAKER = new RegExp(`^(?<who>.{2,40}?)(?:同志)?的?${MANNER}${SPOKEN}`, 'u');

/** The speaker: from the line under the title, from a title such as 局长在…会讲话, from a name or a body under the title. */
export function readSpeaker(clues: SpeakerClues): Finding<Speaker> {
  const { speakerLine, nameLine, officeLine, opening = [] } = clues;
  const told = speakerLine === undefined ? undefined : personIn(speakerLine);
  if (told)
    return found(told, `标题下“${speakerLine}”`, told.role !== undefined && isRole(told.role) ? '高' : '中');
  const titled = fromTitle(clues);
  const named = nameLine === undefined ? undefined : personIn(nameLine);
  if (titled && (named?.name === undefined || titled.value.name === named.name)) return titled;
  if (named) return found({ ...titled?.value, ...named }, `标题下“${nameLine}”`, '中');
  if (titled) return titled;
  const own = opening.map((line) => OF_ONESELF.exec(line)).find((match) => match !== null);
  if (own?.groups?.name) return found({ name: own.groups.name }, `正文“${own[0]}”`, '中');
  if (officeLine !== undefined) return found({ role: officeLine }, `标题下的单位“${officeLine}”`, '中');
  return found({}, '标题和标题下都没有写讲话人', '低');
}

function fromTitle({ title, subtitle }: SpeakerClues): Finding<Speaker> | undefined {
  for (const words of [title, subtitle]) {
    if (words === undefined || WITHOUT_SPEAKER.test(words)) continue;
    const atOccasion = WITH_SPEAKER.exec(words);
    const who = (atOccasion ?? OF_SPEAKER.exec(words))?.groups?.who?.trim();
    if (who === undefined || !(isRole(who) || isName(who) || personIn(who))) continue;
    const person = personIn(who);
    if (person)
      return found(
        person,
        `标题“${words}”`,
        // Without 在…会上 what stands before 发言 may be more than a person: 新任干部任前表态发言.
        atOccasion && person.role !== undefined && person.name !== undefined ? '高' : '中',
      );
  }
  return undefined;
}

/** The occasion of a speech, from its title or secondary title: 卫生党建调研会 of 局长在卫生党建调研会讲话. */
export function readOccasion(title: string, subtitle?: string): Finding | undefined {
  for (const words of [title, subtitle]) {
    const where =
      words === undefined
        ? undefined
        : (WITHOUT_SPEAKER.exec(words) ?? WITH_SPEAKER.exec(words))?.groups?.where;
    if (where !== undefined) return { value: where, evidence: `标题“${words}”`, confidence: '中' };
  }
  return undefined;
}

function found(
  { role, name }: { role?: string; name?: string },
  evidence: string,
  confidence: Finding['confidence'],
): Finding<Speaker> {
  return {
    value: { role: role ?? NOT_STATED, ...(name === undefined ? {} : { name }) },
    evidence,
    confidence,
  };
}
