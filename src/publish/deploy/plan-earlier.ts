import { openEarlier, type KeptGeneration } from './earlier.ts';
import type { BeforeIt, DeployRecord, Generation } from './record.ts';
import { callsBack } from './withdrawn.ts';

/** What is decided about the generation before: which the record will name, and what has to be kept for it. */
export interface EarlierPlan {
  beforeIt: BeforeIt;
  keep: KeptGeneration | undefined;
}

/** What a deploy knows when it decides. */
export interface EarlierQuestion {
  /** Folder for the generation before; none is kept without. */
  store: string | undefined;
  served: string;
  before: DeployRecord;
  now: Generation & { tombstones: readonly string[] };
}

const NONE: EarlierPlan = { beforeIt: {}, keep: undefined };

/**
 * Decides which generation can be gone back to after this deploy: the one that was whole last, unless this one calls back something of it.
 * The same generation put there again changes nothing. After a deploy that did not end, it is the one that was whole before that.
 */
export async function planEarlier({ store, served, before, now }: EarlierQuestion): Promise<EarlierPlan> {
  if (store === undefined) return NONE;
  const { coming, earlier, noEarlier } = before;
  const isUnfinished = coming !== undefined;
  if (!isUnfinished && before.generation === now.generation) {
    return { beforeIt: { earlier, noEarlier }, keep: undefined };
  }
  const known = isUnfinished && earlier !== undefined ? await openEarlier(store, earlier) : undefined;
  const whole = isUnfinished ? known?.record : before;
  if (whole?.generation === undefined) {
    return { beforeIt: isUnfinished && noEarlier === 'withdrawn' ? { noEarlier } : {}, keep: undefined };
  }
  const folders = known ? [known.files, served] : [served];
  if (await callsBack(now, { files: whole.files, folders })) {
    return { beforeIt: { noEarlier: 'withdrawn' }, keep: undefined };
  }
  return {
    beforeIt: { earlier: whole.generation },
    keep: { record: whole, generation: whole.generation, isBegun: known !== undefined },
  };
}
