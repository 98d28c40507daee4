/** Wakes the self-check of a call's page. */
export function startSelfCheck(page: Document): void {
  void page;
}
