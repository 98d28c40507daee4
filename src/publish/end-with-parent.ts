/**
 * Ends this process when the one that started it ends, however that comes about: its end of the pipe that is our standard input
 * closes even when it is killed and can tell nobody. Otherwise an orphan would go on printing into a folder that the next build removes.
 */
export function endWithParent(): void {
  process.stdin.once('close', () => process.exit(1));
  process.stdin.resume();
  process.stdin.unref();
}
