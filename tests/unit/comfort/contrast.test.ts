import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ROOT } from '../../support/site.ts';

type Tokens = Record<string, string>;

const read = (file: string) => readFileSync(join(ROOT, 'src/styles', file), 'utf8');
const tokens = read('tokens.css');
const themes = read('themes.css');

/** The colours that the rule of this selector sets. */
function coloursOf(styles: string, selector: string): Tokens {
  const [, rule = ''] = styles.split(`${selector} {`);
  const [block = ''] = rule.split('}');
  const colours = [...block.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name, colour]) => [
    name,
    colour,
  ]);
  assert.ok(colours.length >= 10, selector);
  return Object.fromEntries(colours) as Tokens;
}

const day = coloursOf(tokens, ':root');
const themeOf = (name: string) => coloursOf(themes, `:root[data-theme='${name}']`);

const THEMES: Record<string, Tokens> = {
  light: day,
  dark: themeOf('dark'),
  sepia: themeOf('sepia'),
  'high contrast': themeOf('contrast'),
};

/** Contrast of two colours as WCAG 2.2 defines it, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const full = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = parseInt(full.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const TEXT_PAIRS = ['ink', 'ink-soft', 'accent'].flatMap((text) =>
  ['paper', 'sheet', 'accent-wash'].map((ground) => [text, ground] as const),
);
const EDGE_PAIRS = ['rule-strong', 'focus'].flatMap((edge) =>
  ['paper', 'sheet'].map((ground) => [edge, ground] as const),
);

for (const [name, theme] of Object.entries(THEMES)) {
  describe(`the colours of ${name}`, () => {
    const least = name === 'high contrast' ? 7 : 4.5;
    test(`keep text at ${least}:1 on every ground`, () => {
      for (const [text, ground] of [...TEXT_PAIRS, ['ink', 'mark'] as const]) {
        const ratio = contrast(theme[text]!, theme[ground]!);
        assert.ok(ratio >= least, `${text} on ${ground}: ${ratio.toFixed(2)}`);
      }
    });

    test('keep edges of controls and the focus ring at 3:1', () => {
      for (const [edge, ground] of EDGE_PAIRS) {
        const ratio = contrast(theme[edge]!, theme[ground]!);
        assert.ok(ratio >= 3, `${edge} on ${ground}: ${ratio.toFixed(2)}`);
      }
    });
  });
}

test('a theme sets every colour that the page has', () => {
  for (const [name, theme] of Object.entries(THEMES)) {
    assert.deepEqual(Object.keys(theme).sort(), Object.keys(day).sort(), name);
  }
});

test('night is the same whether the reader chose it or the device', () => {
  assert.deepEqual(themeOf('dark'), coloursOf(tokens, ':root:not([data-theme])'));
});
