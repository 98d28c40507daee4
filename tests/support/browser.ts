import { after, afterEach } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser/launch.ts';

/** What a test may say about its page; anything else Playwright knows of a context is passed on. No service worker runs unless a test allows it: it would answer in place of the server, and past `page.route`. */
export interface PageOptions extends Omit<BrowserContextOptions, 'viewport'> {
  /** CSS pixels. */
  width?: number;
  /** CSS pixels. */
  height?: number;
}

/** Opens pages in the one browser of a test file. */
export interface TestBrowser {
  /** A page in a context of its own, closed after the test that asked for it. */
  newPage(options?: PageOptions): Promise<Page>;
}

/**
 * One browser for the test file (or `describe`) that calls this at its top. It starts with the first page and is closed
 * after the last test, passed or failed. Tests of one file run one after another, as node:test does by itself.
 */
export function useBrowser(): TestBrowser {
  let launching: Promise<Browser> | undefined;
  const contexts: BrowserContext[] = [];

  afterEach(async () => {
    await Promise.allSettled(contexts.splice(0).map((context) => context.close()));
  });
  after(async () => {
    const browser = await launching?.catch(() => undefined);
    await browser?.close();
  });

  return {
    async newPage({ width = 1280, height = 800, ...options } = {}) {
      launching ??= launchBrowser();
      const browser = await launching;
      const context = await browser.newContext({
        locale: 'zh-CN',
        serviceWorkers: 'block',
        ...options,
        viewport: { width, height },
      });
      contexts.push(context);
      return context.newPage();
    },
  };
}
