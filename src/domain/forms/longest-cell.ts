/** The most UTF-16 units that a cell of a spreadsheet holds (Excel specifications and limits: total number of characters that a cell can contain). */
export const LONGEST_CELL = 32_767;
