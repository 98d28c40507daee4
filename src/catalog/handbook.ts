import { readHandbook, type HandbookPage } from '../handbook/read-handbook.ts';
import { settings } from './settings.ts';

let handbook: Promise<HandbookPage[]> | undefined;

/** The handbook of this build; `dev` reads it anew for every page. */
export function getHandbook(): Promise<HandbookPage[]> {
  if (import.meta.env.DEV) return read();
  handbook ??= read();
  return handbook;
}

/** Commands are started in the project's folder, where the handbook stands beside the code. */
function read(): Promise<HandbookPage[]> {
  return readHandbook(process.cwd(), settings.basePath);
}
