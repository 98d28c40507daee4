import { editsForMatches } from '../edits.ts';
import type { Rule } from './rule.ts';

const SYLLABLE = '[a-zàáèéìíòóùúāēīōūǎěǐǒǔǖǘǚǜüńňǹḿ]{1,6}';
const NOTE = new RegExp(
  `(?<=\\p{Script=Han})[(（]\\s?(?<inner>${SYLLABLE}(?:\\s?[/／,，]\\s?${SYLLABLE}){0,3})\\s?[)）]`,
  'gu',
);
const TONED = /[àáèéìíòóùúāēīōūǎěǐǒǔǖǘǚǜ]/u;
const TONELESS =
  /^(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:a|o|e|i|u|v|ü|ai|ei|ui|ao|ou|iu|ie|ue|ve|üe|er|an|en|in|un|ün|ang|eng|ing|ong|ia|iao|ian|iang|iong|ua|uo|uai|uan|uang)$/;

/**
 * The reading of a character in brackets after it goes: 醫(yī), 年(nian), 为(wéi / wèi). English words, capitals and
 * anything that is no Mandarin syllable stay: (About Us), (app).
 */
export const pinyinNotes: Rule = {
  name: 'pinyin-notes',
  title: '去掉字后的拼音注音',
  edits: (text) =>
    editsForMatches(text, NOTE, (match) => {
      const syllables = (match.groups?.inner ?? '').split(/[/／,，]/u).map((part) => part.trim());
      return syllables.every((syllable) => TONED.test(syllable) || TONELESS.test(syllable)) ? '' : match[0];
    }),
};
