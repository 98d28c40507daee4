const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS: Record<string, string> = {
  ...{
    one: 'first',
    two: 'second',
    three: 'third',
    five: 'fifth',
    eight: 'eighth',
    nine: 'ninth',
    twelve: 'twelfth',
  },
};

/** A whole number from 0 to 999,999 in words, as Word writes it: Twenty-one, One hundred five. */
export function cardinalWords(value: number): string {
  return capitalised(words(value));
}

/** The same as a place in a row: Twenty-first, One hundred fifth. */
export function ordinalWords(value: number): string {
  return capitalised(
    words(value).replace(/[a-z]+$/, (last) => ORDINALS[last] ?? `${last.replace(/y$/, 'ie')}th`),
  );
}

/** 1st, 2nd, 3rd, 4th; 11th, 12th and 13th though they end in 1 to 3. */
export function ordinalFigures(value: number): string {
  const isTeen = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
}

function words(value: number): string {
  if (value < 20) return SMALL[value] ?? '';
  if (value < 100)
    return `${TENS[Math.floor(value / 10) - 2] ?? ''}${value % 10 > 0 ? `-${words(value % 10)}` : ''}`;
  const [unit, name] = value < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  return `${words(Math.floor(value / unit))} ${name}${value % unit > 0 ? ` ${words(value % unit)}` : ''}`;
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
