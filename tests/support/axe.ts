import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** The rules whose answer changes with width, type size and colours; the others are asked once for an address. */
const RULES_OF_LOOKS = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];

let source: Promise<string> | undefined;

/** What axe finds in a page: a rule and the beginning of the element. `looks`: only what width, size and colours change. */
export async function axeFaults(page: Page, rules: 'all' | 'looks' = 'all'): Promise<string[]> {
  source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source);
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(rules === 'looks' && { runOnly: RULES_OF_LOOKS }),
  };
  return page.evaluate(async (options) => {
    const { axe } = window as unknown as {
      axe: { run(root: Document, options: RunOptions): Promise<AxeResults> };
    };
    const { violations } = await axe.run(document, options);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} at ${html.slice(0, 160)}`));
  }, options);
}
