import { RADICALS } from '../radicals.ts';
import { rareVariants } from '../search/variants.ts';

/** Characters that are drawn like others, each with the one that is usually meant. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...pairs('АВЕЅІЈКМНОРСТУХаеорсухіјѕ', 'ABESIJKMHOPCTYXaeopcyxijs'),
    ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'),
    ...pairs('‧・∙⋅･˙∶ː꞉ㄧ゠‐‑‒⸺⸻ー｡､｢｣∣⁄∕⧸', '······：：：一－－－－——一。、「」|///'),
    ...pairs('釆亊巿囯', '采事市国'),
    ...pairs('◯⚪〜', '〇○～'),
  }),
);
const SPACES = /\p{Zs}/u;

/** The character that was likely meant: another one, none ('' where nobody sees it), or `undefined` where it cannot be told. */
export function intendedFor(character: string): string | undefined {
  const known = RADICALS.get(character) ?? LOOK_ALIKES.get(character) ?? rareVariants.get(character);
  if (known !== undefined) return known;
  if (SPACES.test(character)) return ' ';
  if (/[\p{Cf}\p{VS}]/u.test(character)) return '';
  const plain = character.normalize('NFKC');
  if (plain === character || plain.trim() === '') return undefined;
  return /[\uFE10-\uFE6F]/.test(character) ? plain.replace(/[!-~]/g, fullWidth) : plain;
}

const fullWidth = (sign: string) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);

function pairs(from: string, to: string): Record<string, string> {
  const targets = Array.from(to);
  return Object.fromEntries(Array.from(from, (character, index) => [character, targets[index] ?? character]));
}
