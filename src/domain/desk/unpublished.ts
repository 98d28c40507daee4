import type { Unpublished } from './api.ts';

/** What a site shows of each file of its content: the digest of the file, and what it is called. */
export type ShownFiles = Readonly<Record<string, { digest: string; title: string }>>;

/** What readers will see change when the content is published: files that are new to them, otherwise, or gone, in the order of their paths. */
export function unpublishedOf(published: ShownFiles, now: ShownFiles): Unpublished[] {
  const files = [...new Set([...Object.keys(published), ...Object.keys(now)])].sort();
  return files.flatMap((file): Unpublished[] => {
    const [was, is] = [published[file], now[file]];
    if (!is) return was ? [{ file, change: 'removed', title: was.title }] : [];
    if (!was) return [{ file, change: 'added', title: is.title }];
    return was.digest === is.digest ? [] : [{ file, change: 'changed', title: is.title }];
  });
}
