import { STAND_IN } from '../characters.ts';
import { zeroStandIns } from '../circle-zero.ts';
import { codeOf, kindOfCharacter } from './character-names.ts';
import { damageIn } from './damage.ts';
import { cut, type DoubtFinder, type TextDoubt } from './doubt.ts';
import { intendedFor } from './intended-characters.ts';
import { isUsualUnit } from './usual-characters.ts';

/** More than so many characters of one kind are told together: a text in another script, or in Traditional characters. */
const MOST_OF_A_KIND = 8;
/** Paragraphs that are named. */
const MOST_PLACES = 5;
const REMEDY = '对照原件核实；录错的改正文，原件如此的写进 settled';

/** A character that stands somewhere it is not expected. */
interface Found {
  at: number;
  character: string;
  /** What it is, in Chinese. */
  kind: string;
  /** As of intendedFor. */
  intended: string | undefined;
}

interface Rare extends Found {
  count: number;
  paragraph: number;
  words: string;
  paragraphs: number[];
}

/**
 * Characters that official writing does not use, each once a text: what it is, how often and where it stands, and what was likely meant. Those
 * that stand for lost ones are damage, which is another doubt.
 */
export const findRareCharacters: DoubtFinder = (paragraphs) => {
  const found = new Map<string, Rare>();
  paragraphs.forEach((text, index) => {
    const paragraph = index + 1;
    for (const rare of rareIn(text)) {
      const known = found.get(rare.kind + rare.character);
      if (known) {
        known.count += 1;
        if (known.paragraphs.at(-1) !== paragraph) known.paragraphs.push(paragraph);
      } else {
        const { words } = cut(text, rare.at, rare.character.length);
        found.set(rare.kind + rare.character, {
          ...rare,
          count: 1,
          paragraph,
          words,
          paragraphs: [paragraph],
        });
      }
    }
  });
  return byKind([...found.values()]).flatMap((kind) =>
    kind.length > MOST_OF_A_KIND
      ? kind.slice(0, 1).map((first) => doubtOf(first, manyWords(kind)))
      : kind.map((each) => doubtOf(each, oneWords(each))),
  );
};

function byKind(found: readonly Rare[]): Rare[][] {
  const kinds = new Map<string, Rare[]>();
  for (const rare of found) kinds.set(rare.kind, [...(kinds.get(rare.kind) ?? []), rare]);
  return [...kinds.values()];
}

function rareIn(text: string): Found[] {
  const zeros = zeroStandIns(text).map((zero) => ({ ...zero, kind: '数目里代替〇的字符', intended: '〇' }));
  const taken = new Set(zeros.map(({ at }) => at));
  for (const { at, length } of damageIn(text))
    for (let index = at; index < at + length; index += 1) taken.add(index);
  const others: Found[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (isUsualUnit(text.charCodeAt(at)) || taken.has(at)) continue;
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (character !== STAND_IN)
      others.push({ at, character, kind: kindOfCharacter(character), intended: intendedFor(character) });
    at += character.length - 1;
  }
  return [...zeros, ...others];
}

function doubtOf({ paragraph, at, words }: Rare, reason: string): TextDoubt {
  return { kind: '少见字符', paragraph, at, words, reason, remedy: REMEDY };
}

function oneWords({ character, kind, count, paragraphs, intended }: Rare): string {
  const shown = /[\p{Z}\p{C}\p{M}]/u.test(character) ? '' : `“${character}”`;
  return `${shown}（${kind} ${codeOf(character)}）${count} 处${placeWords(paragraphs)}${intendedWords(intended)}`;
}

function placeWords(paragraphs: readonly number[]): string {
  if (paragraphs.length < 2) return '';
  const named = paragraphs.slice(0, MOST_PLACES).join('、');
  return `，在第 ${named}${paragraphs.length > MOST_PLACES ? ` 等 ${paragraphs.length} 段` : ' 段'}`;
}

function intendedWords(intended: string | undefined): string {
  if (intended === undefined) return '';
  if (intended === '') return '，多半该去掉';
  return intended === ' ' ? '，多半是普通空格' : `，多半是“${intended}”`;
}

function manyWords(kind: readonly Rare[]): string {
  const named = kind
    .slice(0, MOST_OF_A_KIND)
    .map(({ character }) => (/[\p{Z}\p{C}\p{M}]/u.test(character) ? codeOf(character) : character))
    .join('、');
  const count = kind.reduce((sum, each) => sum + each.count, 0);
  return `${kind[0]?.kind ?? ''} ${kind.length} 种 ${count} 处：${named} 等`;
}
