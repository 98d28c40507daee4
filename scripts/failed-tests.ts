import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';

/** Characters of what went wrong that are told. */
const MOST = 400;

/**
 * A reporter of node:test that tells only which tests failed, a line each: what it is called, the file where it stands, what went wrong. A suite that
 * fails by its tests is not told of as well.
 */
export default async function* failedTests(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events) {
    if (type !== 'test:fail' || data.todo !== undefined) continue;
    const error = data.details.error as Error & { failureType?: string };
    if (error.failureType === 'subtestsFailed') continue;
    const place = data.file ? `${relative(process.cwd(), data.file)}:${data.line}` : '';
    const why = error.cause instanceof Error ? error.cause.message : String(error.cause ?? error.message);
    yield `✖ ${data.name} (${place}): ${why.replace(/\s+/g, ' ').trim().slice(0, MOST)}\n`;
  }
}
