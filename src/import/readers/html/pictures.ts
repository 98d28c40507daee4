import type { Element } from 'hast';

interface Picture {
  /** Its name, else its address. */
  name: string;
  /** The words before it. */
  after: string;
}

const MOST_NAMED = 20;
const WORDS_BEFORE = 12;
const LONGEST_NAME = 160;
/** Where pages keep the address of a picture that is fetched only when it is looked at. */
const ADDRESSES = ['dataSrc', 'dataOriginal', 'dataLazySrc', 'dataUrl', 'dataActualsrc', 'src'] as const;

/** The pictures and films of an article, which are not fetched: each is named to the editor with the words that it follows. */
export class Pictures {
  readonly #pictures: Picture[] = [];
  readonly #films: Picture[] = [];
  #before = '';

  /** Words of the article pass by. */
  pass(words: string): void {
    this.#before = (this.#before + words.replace(/\s+/gu, '')).slice(-WORDS_BEFORE);
  }

  meet(picture: Element): void {
    this.#pictures.push({ name: nameOf(picture, '图片'), after: this.#before });
  }

  meetFilm(film: Element): void {
    this.#films.push({ name: nameOf(film, film.tagName), after: this.#before });
  }

  /** What the editor is told: how many were met, where, and what they are called. */
  notes(): string[] {
    return [
      ...noteOf(this.#pictures, '图片没有取', '张'),
      ...noteOf(this.#films, '音视频或内嵌框架没有取', '个'),
    ];
  }
}

function noteOf(found: readonly Picture[], what: string, unit: string): string[] {
  if (found.length === 0) return [];
  const named = found.slice(0, MOST_NAMED).map(({ name, after }, index) => {
    const place = after === '' ? '在开头' : `在“${after}”之后`;
    return `第 ${index + 1} ${unit}${place}（${name}）`;
  });
  const more = found.length > MOST_NAMED ? '等' : '';
  return [`${what}，共 ${found.length} ${unit}，请看要不要补：${named.join('；')}${more}`];
}

function nameOf({ properties }: Element, other: string): string {
  const addresses = ADDRESSES.map((name) => properties[name]).filter((value) => typeof value === 'string');
  const address = addresses.find((value) => value !== '' && !value.startsWith('data:'));
  const written = addresses.some((value) => value.startsWith('data:')) ? '写在网页里的图片数据' : other;
  const words = [properties.alt, properties.title, properties.name].find(
    (value) => typeof value === 'string' && value.trim() !== '',
  );
  const name = [
    words === undefined ? undefined : `“${String(words).trim()}”`,
    address ?? (words === undefined ? written : undefined),
  ];
  return name
    .filter((piece) => piece !== undefined)
    .join(' ')
    .slice(0, LONGEST_NAME);
}
