/**
 * Where the words of an entry stand in the index. The title comes first, then the paragraphs; each unit takes a place,
 * and one place is left free behind the title and behind every paragraph. A phrase is looked up by every second of its
 * pairs, so the last pair before an end and the first one behind it must be no two places apart.
 */
export const placeBehind = (start: number, units: number): number => start + units + 1;

/** Where the first paragraph of an entry begins whose title has so many units. */
export const bodyPlace = (titleLength: number): number => placeBehind(0, titleLength);

/** Parts of a text begin at multiples of this, so that their places are short to write. */
const PART_STEP = 64;

/** The first place from this one on at which a part may begin that is not the first. */
export const partPlace = (place: number): number => Math.ceil(place / PART_STEP) * PART_STEP;

/** Ascending places at which parts may begin, as numbers of steps, each from the one before. */
export function writePartPlaces(places: readonly number[]): number[] {
  return places.map((place, at) => (place - (at === 0 ? 0 : places[at - 1]!)) / PART_STEP);
}

/** The reverse of `writePartPlaces`. */
export function readPartPlaces(steps: readonly number[]): number[] {
  let place = 0;
  return steps.map((step) => (place += step * PART_STEP));
}

/** Divides ascending places of an entry into those in its title and those in its paragraphs. */
export function divide(
  places: readonly number[],
  titleLength: number,
): { inTitle: number[]; inBody: number[] } {
  const end = places.findIndex((place) => place >= titleLength);
  const cut = end < 0 ? places.length : end;
  return { inTitle: places.slice(0, cut), inBody: places.slice(cut) };
}

/** Where a single unit stands in an entry. It is posted once per entry, not at each of its places, of which there are too many. */
export interface UnitPositions {
  /** Its first place in the title. */
  inTitle?: number;
  /** Its first place in the paragraphs, and how many of them hold it. */
  first?: number;
  paragraphs: number;
}

/** The places under which a single unit is posted: its first ones, and a last one that encodes in how many paragraphs it stands. */
export function packUnit({ inTitle, first, paragraphs }: UnitPositions): number[] {
  const title = inTitle === undefined ? [] : [inTitle];
  return first === undefined ? title : [...title, first, first + paragraphs];
}

/** The reverse of `packUnit`. */
export function unpackUnit(places: readonly number[], titleLength: number): UnitPositions {
  const { inTitle, inBody } = divide(places, titleLength);
  const [first, behind] = inBody;
  return {
    ...(inTitle[0] === undefined ? {} : { inTitle: inTitle[0] }),
    ...(first === undefined ? {} : { first }),
    paragraphs: first === undefined || behind === undefined ? 0 : behind - first,
  };
}
