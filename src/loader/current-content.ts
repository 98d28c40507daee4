import type { SiteContent } from '../site/site-content.ts';

/**
 * Content stays in memory instead of Astro's store, which would write all of it out and read it back. What reads it and the pages
 * run in one process but as two copies of this module: what they share hangs on the process.
 */
const shared = globalThis as { zhixingContent?: SiteContent; zhixingKept?: () => void };

/** Says what is to be done whenever content was kept. */
export function onContent(act: () => void): void {
  shared.zhixingKept = act;
}

/** Keeps checked content for the pages, in the place of what was kept before. */
export function setContent(content: SiteContent): void {
  shared.zhixingContent = content;
  shared.zhixingKept?.();
}

/** The content that was kept last. */
export function currentContent(): SiteContent {
  if (!shared.zhixingContent) throw new Error('no content has been read');
  return shared.zhixingContent;
}

/** Makes a function that works something out of the content once; after an edit in `dev`, once again. */
export function oncePerContent<Value>(workOut: () => Value): () => Value {
  let known: { of: SiteContent; value: Value } | undefined;
  return () => {
    const of = currentContent();
    if (known?.of !== of) known = { of, value: workOut() };
    return known.value;
  };
}
