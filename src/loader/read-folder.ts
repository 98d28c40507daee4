import { checkContent, judgeContent, type JudgedContent } from '../check/check-content.ts';
import type { KnownMedia } from '../check/media.ts';
import { memoryCache } from '../build-cache/build-cache.ts';
import { faultLines } from '../check/report.ts';
import type { Fault } from '../source/fault.ts';
import { plainContent, type SiteContent } from '../site/site-content.ts';
import { shownContent } from '../site/shown-content.ts';
import { readTextFile } from '../source/read-text-file.ts';
import type { Settings } from '../source/settings.ts';
import { zh } from '../strings/zh.ts';

/** A content folder as it stands. */
export interface Reading {
  content: SiteContent;
  faults: Fault[];
  /** What `dev` says of the content: every fault, and how many doubts there are. */
  said: string[];
}

/** What is known of files that have not changed since they were read. */
const fields = memoryCache<object>();
const media: KnownMedia = memoryCache();
const texts = new Map<string, ReturnType<typeof readTextFile>>();
const readText: typeof readTextFile = (contentDir, file) => {
  const text = texts.get(file) ?? readTextFile(contentDir, file);
  texts.set(file, text);
  return text;
};

/** Reads and checks a content folder for the first time. */
export async function readAtFirst(settings: Settings): Promise<Reading> {
  const known = { fields, media, readText };
  const checked = await checkContent(settings.contentDir, {
    visibility: settings,
    address: settings,
    ...known,
  });
  const count = checked.doubts.length;
  const counted = count > 0 ? [zh['dev.doubts'](count)] : [];
  return readingOf(checked, settings, [...faultLines(checked), ...counted]);
}

/** A file has changed, `/` between the parts of its path in the content folder. */
export function forget(file: string): void {
  texts.delete(file);
}

/** Reads again what has changed. Looking for doubts takes as long as an editor would not wait for a page. */
export async function readAgain(settings: Settings): Promise<Reading> {
  const judged = await judgeContent(settings.contentDir, { address: settings, fields, media, readText });
  return readingOf(judged, settings, faultLines(judged));
}

function readingOf({ content, faults }: JudgedContent, settings: Settings, said: readonly string[]): Reading {
  return { content: plainContent(shownContent(content, settings)), faults, said: said.filter(Boolean) };
}
