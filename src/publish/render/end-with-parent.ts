/**
 * Ends this process when the one that started it ends, even when that was killed: the parent's end of the pipe that is our standard input
 * closes with it. Otherwise an orphan would go on rendering into a folder that the next build removes.
 */
export function endWithParent(): void {
  process.stdin.once('close', () => process.exit(1));
  process.stdin.resume();
  process.stdin.unref();
}
