import { getDocumentProxy } from 'unpdf';

/** The page, from 1, on which the sheet or heading of each anchor begins. */
export type Starts = Record<string, number>;

/** In the page: grids for handwriting are left out of what is read aloud. */
export function prepareForReading(): void {
  document.querySelectorAll('.roster').forEach((table) => table.setAttribute('role', 'presentation'));
}

/**
 * In the page: where each sheet would begin if its blocks filled whole pages. On the screen a sheet is as wide as on paper and at least one page high.
 */
export function estimateStarts(): Starts {
  const starts: Starts = {};
  let next = 1;
  document.querySelectorAll<HTMLElement>('.sheet').forEach((sheet) => {
    const { minHeight, paddingTop, paddingBottom } = getComputedStyle(sheet);
    const padding = parseFloat(paddingTop) + parseFloat(paddingBottom);
    starts[sheet.id] = next;
    next += Math.max(1, Math.ceil((sheet.scrollHeight - padding - 2) / (parseFloat(minHeight) - padding)));
  });
  return starts;
}

/** In the page: the numbers of the contents. Returns the anchors that have none. */
export function writeNumbers(starts: Starts): string[] {
  const unknown: string[] = [];
  document.querySelectorAll<HTMLElement>('[data-page-of]').forEach((place) => {
    const anchor = place.dataset['pageOf'] ?? '';
    const number = starts[anchor];
    if (number === undefined) unknown.push(anchor);
    place.textContent = String(number ?? '');
  });
  return unknown;
}

/** Where the anchors that are linked to lie in a PDF, and how many pages it has. */
export async function sheetStarts(pdf: Buffer): Promise<{ starts: Starts; pages: number }> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const starts: Starts = {};
  try {
    for (const [name, target] of Object.entries(await document.getDestinations())) {
      const [page] = target as [{ num: number; gen: number }];
      starts[name] = (await document.getPageIndex(page)) + 1;
    }
    return { starts, pages: document.numPages };
  } finally {
    await document.loadingTask.destroy();
  }
}
