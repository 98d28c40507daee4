/**
 * What one file may cost before it is refused: far more than any document of an office, and little enough that whatever a file holds, reading
 * it ends in seconds and within the memory of an old machine. All figures stand here; each says why it is what it is.
 */

const MEGABYTE = 1024 * 1024;

/** The import: what one file may cost the process that reads it. */
export const IMPORT_BUDGET = {
  /** On disk. A scanned Word file of two hundred pages has thirty; it is held in memory whole. */
  fileBytes: 50 * MEGABYTE,
  /** Seconds of the processor for one file, from opening it to its report: other programs on the machine do not lengthen them. A book that fits the other figures takes six. */
  processorSeconds: 10,
  /** Seconds by the clock, for a disk that does not answer and for a machine that is busy. */
  seconds: 30,
  /** Heap of long-lived objects in the reading process. Beyond that the process ends itself and is replaced. */
  heapMegabytes: 540,
  /**
   * All memory of the reading process, including unpacked, decoded and drawn data outside its heap. Together with the command itself it stays
   * below 1 GB.
   */
  processMegabytes: 760,
  /** Memory beyond which a reading process is replaced after a file: what it retains would be counted against the next one. */
  restMegabytes: 350,
  /** Characters of the text that was read, white space included: some thousand printed pages. */
  characters: 1_000_000,
  /** Lines of that text: each is read as Markdown of its own. A book of five hundred pages has eight thousand. */
  lines: 10_000,
  /** Cells of its tables, for the same reason. */
  cells: 20_000,
  /** Characters of one line. The longest paragraph of a report has some thousand. */
  lineCharacters: 50_000,
  /** Articles that one file is split into, each of which becomes a file: a year's collected reports hold a hundred. */
  articles: 500,
  /** Pages of a PDF; each costs some milliseconds even when it is empty. */
  pdfPages: 3_000,
  /** Bytes that its pages and fonts unpack to, pictures aside: some hundred for a glyph. */
  pdfContentBytes: 128 * MEGABYTE,
  /** Groups, control words and runs of text of an RTF file: it writes some ten for a word where it was edited much. */
  rtfPieces: 2_000_000,
  /** Tags and character references of a web page. A page with a table of a thousand rows has twenty thousand. */
  pageMarks: 300_000,
  /** Attributes of all its tags. Word writes four into a tag. */
  pageAttributes: 1_000_000,
  /** Attributes of one tag: its parser compares each with all before it. No tag of a real page has fifty. */
  tagAttributes: 1_000,
  /** Characters of a web page, pictures written into it included. */
  pageCharacters: 16_000_000,
} as const;

/** Folders that are given to the import. */
export const FOLDER_BUDGET = {
  /** Files and folders, in all folders together. Two thousand files is a long run. */
  entries: 20_000,
  /** Folders within folders. */
  levels: 40,
} as const;

/** Packages (.docx, .xlsx, .odt): what may be unpacked, all parts that are read taken together. */
export const PACKAGE_BUDGET = {
  /** Files in the package. A Word file with a thousand pictures has some more than a thousand. */
  entries: 5_000,
  /** Bytes. The words of a thousand pages with all that Word says about them have thirty megabytes. */
  bytes: 64 * MEGABYTE,
  /** How many times larger a part may become; XML without end shrinks two hundred times at most, a bomb a thousand times. */
  ratio: 400,
  /** Parts that are smaller may shrink as they like. */
  harmlessBytes: MEGABYTE,
  /** Tags and attributes: each costs some four hundred bytes. Word writes three for a character: these are a book of five hundred pages. */
  marks: 1_000_000,
} as const;

/** Attachments, of which the pictures are looked into as well, in search of who made them. */
export const ATTACHMENT_BUDGET = {
  /** A report with two hundred photographs. */
  bytes: 256 * MEGABYTE,
  /** A photograph has bytes that look like the start of a tag: one in a hundred. */
  marks: 4_000_000,
} as const;

/** Tables of the content folder. */
export const TABLE_BUDGET = {
  /** A .csv or .xlsx on disk: fifty thousand rows of ten columns have five megabytes. */
  fileBytes: 16 * MEGABYTE,
  /** What an .xlsx may unpack to. Its reader keeps no tree, so it bears more marks than others: six for a cell. */
  package: { bytes: 48 * MEGABYTE, marks: 4_000_000 },
  /** Rows, more than any register holds. */
  rows: 50_000,
  columns: 500,
  /** Characters of all cells, a text that stands in many cells counted as often. Fifty thousand rows of eighty characters. */
  characters: 4_000_000,
  /** Characters of one cell; Excel lets none hold more. */
  cellCharacters: 32_767,
  /** Bytes between two tags of an .xlsx, three for a character, and some for what Excel writes round it. */
  textBytes: 300_000,
  /** Bytes of one tag: searches within it start anew at each of its positions. */
  tagBytes: 10_000,
} as const;

/** Texts and settings of the content folder, which one process reads whole. */
export const CONTENT_BUDGET = {
  /** One text. A million characters in UTF-8 have three megabytes: a thousand printed pages. */
  textBytes: 3 * MEGABYTE,
  /** Non-empty lines of one text: each may be a block, and nobody reads a page of more. As many as the import writes into a draft. */
  lines: IMPORT_BUDGET.lines,
  /** Characters of one line: no paragraph comes near, and searches start anew at each of its positions. */
  lineCharacters: 120_000,
  /** One settings file. A plan of five hundred sessions has two hundred kilobytes; its parser takes four seconds for a megabyte. */
  yamlBytes: MEGABYTE,
  /** Characters of all texts and settings, and rows of all tables, together: they stand in memory at once. */
  allCharacters: 200_000_000,
  allRows: 200_000,
  /** Most faults reported for one file; later ones usually follow from the first. */
  faults: 200,
} as const;

/** The self-check in the browser, on a telephone too. */
export const SELF_CHECK_BUDGET = {
  /** The chosen file. An essay with pictures has a few megabytes. */
  fileBytes: 30 * MEGABYTE,
  /** Unpacked parts that are read, together. */
  bytes: 24 * MEGABYTE,
  /** Tags and attributes of these. */
  marks: 400_000,
  /** Characters of the text: ten times the longest research report. */
  characters: 300_000,
  /** Paragraphs, of which empty ones count too. */
  paragraphs: 10_000,
  /** Most findings shown; later ones usually follow from the first. */
  findings: 500,
  /** Seconds until the check is given up. */
  seconds: 10,
} as const;
