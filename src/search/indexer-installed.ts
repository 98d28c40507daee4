/** Whether Pagefind is there, which the portable edition does without: its program alone would be half of the archive. */
export function isIndexerInstalled(): boolean {
  try {
    import.meta.resolve('pagefind');
    return true;
  } catch {
    return false;
  }
}
