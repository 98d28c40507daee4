import type { Fields } from '../../schemas/collections.ts';
import { splitPersonAtEnd } from '../shapes.ts';
import type { Finding } from './finding.ts';

/** Who speaks: a role, and a name only where the source puts it beside the role. */
export type Speaker = Fields<'speeches'>['speaker'];

/** Stands where a source does not say who speaks. */
export const NOT_STATED = '原文未注明';

const IN_TITLE = /^(?<who>.{1,30}?)(?:同志)?在(?<where>.{2,60}?)(?:上)?的?(?:讲话|发言|致辞|报告)/u;
const WITHOUT_SPEAKER = /^在(?<where>.{2,60}?)(?:上)?的?(?:讲话|发言|致辞|报告)/u;

/** The speaker: from the line under the title, or from a title such as 局长在…会讲话. */
export function readSpeaker(title: string, speakerLine: string | undefined): Finding<Speaker> {
  if (speakerLine !== undefined) {
    return {
      value: speakerOf(speakerLine),
      evidence: `标题下“${speakerLine}”`,
      confidence: '高',
    };
  }
  const who = IN_TITLE.exec(title)?.groups?.who;
  if (who === undefined) {
    return {
      value: { role: NOT_STATED },
      evidence: '标题和标题下都没有写讲话人',
      confidence: '低',
    };
  }
  return {
    value: speakerOf(who),
    evidence: `标题“${title}”`,
    confidence: '中',
  };
}

/** The occasion of a speech, from its title: 卫生党建调研会 of 局长在卫生党建调研会讲话. */
export function readOccasion(title: string): Finding | undefined {
  const where = (WITHOUT_SPEAKER.exec(title) ?? IN_TITLE.exec(title))?.groups?.where;
  return where === undefined ? undefined : { value: where, evidence: `标题“${title}”`, confidence: '中' };
}

function speakerOf(words: string): Speaker {
  const person = splitPersonAtEnd(words.trim());
  return person ? { name: person.name, role: person.before } : { role: words.trim() };
}
