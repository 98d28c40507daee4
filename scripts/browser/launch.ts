import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

/**
 * Starts the browser that {@link findBrowser} finds, headless, with the Chinese fonts in reach.
 * The caller closes it. Throws what findBrowser throws.
 */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env, args } = await findBrowser();
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
}
