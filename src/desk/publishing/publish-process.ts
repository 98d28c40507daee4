import { buildSite, type BuildResult } from '../../publish/build/build-site.ts';
import type { Settings } from '../../source/settings.ts';

/**
 * The process that builds: rendering takes all of a thread and much memory. It is told the settings, tells what it does and how it ended, and stops
 * when it is told to or when nobody listens any more.
 */
export type Told = { line: string } | { result: BuildResult };

const stop = new AbortController();

process.on('message', (word: Settings | 'stop') => {
  if (word === 'stop') stop.abort();
  else void build(word);
});
process.once('disconnect', () => stop.abort());

async function build(settings: Settings): Promise<void> {
  const result = await buildSite(settings, stop.signal, (line) => tell({ line }));
  tell({ result });
  if (process.connected) process.disconnect();
}

function tell(told: Told): void {
  if (process.connected) process.send?.(told);
}
