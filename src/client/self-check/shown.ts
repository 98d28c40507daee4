import type { CheckResult } from '../../domain/self-check/check-text.ts';
import type { CheckedText } from '../../domain/self-check/checked-text.ts';
import type { Overlap } from '../../domain/self-check/overlap.ts';
import type { Requirements } from '../../domain/self-check/requirements.ts';

/** What a result is shown from. */
export interface Shown {
  text: CheckedText;
  requirements: Requirements;
  result: CheckResult;
  /** `undefined` where the library could not be read. */
  overlaps: Overlap[] | undefined;
  /** Whether there was more than is shown. */
  isCut: boolean;
  /** Full address of the site, a slash at the end. */
  site: string;
  say: (words: string) => void;
}
