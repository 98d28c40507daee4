/** What Chromium calls the cells of tables in a tagged PDF. */
const CELL_NAME = /(?<=\()node\d{8}(?=\))/g;

/**
 * Puts a fixed day (YYYYMMDD) in the place of the hour of printing, and numbers in a row in the place of the browser's own names for table cells,
 * which differ from run to run. Lengths stay, so that every offset of the file still holds.
 */
export function withFixedMarks(pdf: Buffer, day: string): Buffer {
  const text = pdf.toString('latin1');
  const names = [...new Set(text.match(CELL_NAME))].sort();
  const numbers = new Map(names.map((name, index) => [name, `node${String(index).padStart(8, '0')}`]));
  const fixed = text
    .replace(/\/(CreationDate|ModDate) \(D:\d{14}/g, (found, name: string) =>
      `/${name} (D:${day}000000`.padEnd(found.length),
    )
    .replace(CELL_NAME, (name) => numbers.get(name) ?? name);
  return Buffer.from(fixed, 'latin1');
}
