import { SELF_CHECK_BUDGET } from '../../domain/budgets.ts';
import { PackageRefused } from '../../domain/package/open-package.ts';
import { checkText, type CheckResult } from '../../domain/self-check/check-text.ts';
import type { CheckedText } from '../../domain/self-check/checked-text.ts';
import { readFingerprint } from '../../domain/self-check/library-fingerprint.ts';
import { findOverlaps, type Overlap } from '../../domain/self-check/overlap.ts';
import type { Requirements } from '../../domain/self-check/requirements.ts';
import { readChosenFile, readPlain, TextTooLong } from './read-file.ts';

/** The input of a check. */
export interface Task {
  source: File | string;
  requirements: Requirements;
  /** The fingerprint of the library as a file; `undefined` where it could not be read. */
  library: Uint8Array | undefined;
}

/** The result; of the text itself only what is shown with it. */
export type Outcome =
  | { text: CheckedText; result: CheckResult; overlaps: Overlap[] | undefined; isCut: boolean }
  | { refusal: 'unreadable' | 'too long' }
  | { refusal: 'package'; words: string };

/** Runs the check in a worker, so that the page stays responsive for any text; the page ends it when it takes too long. */
addEventListener('message', ({ data }: MessageEvent<Task>) => {
  void outcomeOf(data).then((outcome) => postMessage(outcome));
});

async function outcomeOf({ source, requirements, library }: Task): Promise<Outcome> {
  let text: CheckedText;
  try {
    text = typeof source === 'string' ? readPlain(source) : await readChosenFile(source);
  } catch (error) {
    if (error instanceof TextTooLong) return { refusal: 'too long' };
    return error instanceof PackageRefused
      ? { refusal: 'package', words: error.message }
      : { refusal: 'unreadable' };
  }
  const result = checkText(text, requirements);
  const overlaps = overlapsIn(text, library);
  const { findings: most } = SELF_CHECK_BUDGET;
  return {
    text: { ...text, paragraphs: [], footnotes: [] },
    result: { ...result, findings: result.findings.slice(0, most) },
    overlaps: overlaps?.slice(0, most),
    isCut: result.findings.length > most || (overlaps?.length ?? 0) > most,
  };
}

function overlapsIn({ paragraphs }: CheckedText, library: Uint8Array | undefined): Overlap[] | undefined {
  try {
    return library && findOverlaps(paragraphs, readFingerprint(library));
  } catch {
    return undefined;
  }
}
