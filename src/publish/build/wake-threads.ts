import { stat } from 'node:fs';

/** Milliseconds between two trifles. */
const EVERY = 1000;

/**
 * Asks for a trifle from the threads that read and write files, once a second, until the function it returns is called. glibc before 2.41
 * loses a wake-up now and then (https://sourceware.org/bugzilla/show_bug.cgi?id=25847): the threads then all sleep beside work that waits, and a
 * build that waits for one file would wait for ever. The next thing that is asked for wakes them.
 */
export function wakeThreads(): () => void {
  const timer = setInterval(() => stat('.', () => undefined), EVERY);
  timer.unref();
  return () => clearInterval(timer);
}
