import type { BlockContent, EditedBlock, FieldValues } from './api.ts';

/** What the page and the server say to each other about writing and correcting a text, as JSON. */

/** The addresses of these requests. */
export const WRITE_ROUTES = {
  corrections: '/api/write/corrections',
  correction: '/api/write/correction',
  paste: '/api/write/paste',
  media: '/api/write/media',
  components: '/api/write/components',
} as const;

/** The address of a picture of `media/`, by the `src` that a text has for it: as an image it is asked for without the headers of a request. */
export const PICTURE_ROUTE = '/picture';

/** Characters of what other programs copied: some hundred pages of Word with all that it says about them. */
export const MOST_PASTED = 4_000_000;

/** Bytes of a picture or an attachment that is put in at the desk. */
export const MOST_MEDIA = 50 * 1024 * 1024;

/** A change of a published text that may be written as a 校订. */
export interface ProposedCorrection {
  /** The paragraph of the page, from 1. */
  paragraph: number;
  original: string;
  corrected: string;
}

/** What the changes of a text are as 校订, before any is written. */
export interface ProposeRequest {
  file: string;
  blocks: EditedBlock[];
}

/** Changes of a text to be written as 校订: the text stays as it is. */
export interface CorrectRequest extends ProposeRequest {
  /** Of the text that the change was made on. */
  digest: string;
  /** Of the form, to be saved with them. */
  fields?: FieldValues;
  /** For each proposed correction why it is made, in their order. */
  reasons: string[];
  /** Who has found it, by post. */
  role?: string;
}

/** A 校订 as a person has written it, beside the paragraph that it is about. */
export interface CorrectionRequest extends ProposedCorrection {
  file: string;
  digest: string;
  reason: string;
  role?: string;
}

/** What another program copied, as HTML. */
export interface PasteRequest {
  html: string;
}

/** What was pasted as blocks, and what was left out or changed on the way, in words. */
export interface Pasted {
  blocks: BlockContent[];
  notes: string[];
}

/** A file that was put into `media/`. */
export interface PlacedFile {
  /** How a text names it. */
  src: string;
  isPicture: boolean;
}

/** A text that is to be one that may hold components. */
export interface ComponentsRequest {
  file: string;
  digest: string;
}
