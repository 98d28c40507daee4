import { join } from 'node:path';
import type { Settings } from '../../source/settings.ts';
import { purposeOf } from '../build/mark.ts';
import { forgetGone } from '../build/cache-folder.ts';
import type { Coding } from './compress.ts';
import { deploySite, type DeployResult } from './deploy.ts';
import { EARLIER_FOLDER, folderOfEarlier } from './earlier.ts';
import { goBack, whyNoWayBack, type WentBack } from './go-back.ts';

const ROOT = join(import.meta.dirname, '../../..');
const placeOf = (served: string): string => folderOfEarlier(ROOT, served);

/** What a person may decide of a deploy. */
export interface DeployWish {
  codings: readonly Coding[];
  /** Whether a site for another place is meant to come, or to take the place of other files. */
  isMove?: boolean;
  isForgotten?: boolean;
}

/** Brings the output of these settings into a served folder and keeps the generation before in the project. Throws DeployError, and what the file system says. */
export async function deployHere(
  settings: Settings,
  folder: string,
  { codings, isMove = false, isForgotten = false }: DeployWish,
): Promise<DeployResult> {
  await forgetGone(join(ROOT, EARLIER_FOLDER));
  return deploySite(settings.outDir, folder, codings, {
    set: purposeOf(settings),
    isMove,
    workplaces: [ROOT, settings.contentDir],
    isForgotten,
    folderOfEarlier: placeOf,
  });
}

/** Restores the generation before of a served folder, which the project keeps. Throws DeployError, and what the file system says. */
export async function goBackHere(folder: string): Promise<WentBack> {
  await forgetGone(join(ROOT, EARLIER_FOLDER));
  return goBack(folder, placeOf);
}

/** Why the generation before of a served folder cannot be restored, as far as its record tells; `undefined` where it can. */
export function whyNoWayBackHere(folder: string): Promise<string | undefined> {
  return whyNoWayBack(folder, placeOf);
}
