import type { OfflineSet } from '../../domain/offline/offline-set.ts';
import { offlineWords as words } from '../../strings/offline-client.ts';
import { deviceStore, isText } from '../store.ts';
import { canKeep, dropSet, keepSet, keepsUnasked, keptSet, offeredSet } from './keeping.ts';

/** Keeps the chosen unit's set without a word, where nothing speaks against it. */
export function keepQuietly(unit: string): void {
  if (keepsUnasked()) keepSet(unit).catch(() => undefined);
}

/** Tells what is kept of a unit, and wakes the buttons that keep and delete it. `place` names the unit in `data-offline`. */
export function offerUnitSet(place: HTMLElement): void {
  const unit = place.dataset.offline ?? '';
  const status = place.querySelector<HTMLElement>('[role="status"]');
  const keep = place.querySelector<HTMLButtonElement>('[data-keep-set]');
  const drop = place.querySelector<HTMLButtonElement>('[data-drop-set]');
  if (!status || !keep || !drop) return;
  place.hidden = false;
  if (!canKeep()) {
    status.textContent = words.impossible;
    return;
  }
  const show = (kept: OfflineSet | undefined, text: string) => {
    status.textContent = text;
    keep.hidden = kept !== undefined;
    drop.hidden = kept === undefined;
  };
  const showKept = (set: OfflineSet) => show(set, words.kept(sizeOf(set)));
  const offer = () =>
    offeredSet(unit).then(
      (set) => show(undefined, words.offer(sizeOf(set))),
      () => show(undefined, words.noList),
    );
  keep.addEventListener('click', () => {
    keep.disabled = true;
    keepSet(unit, (done, all) => (status.textContent = words.keeping(done, all)))
      .then(showKept, () => (status.textContent = words.failed))
      .finally(() => (keep.disabled = false));
  });
  drop.addEventListener(
    'click',
    () =>
      void dropSet()
        .then(offer)
        .then(() => keep.focus()),
  );
  void keptSet().then((set) => (set?.unit === unit ? showKept(set) : offer()));
}

/**
 * Ends the words on what is kept with where to change it for the unit chosen on this device; where nothing can be kept, says so instead.
 * `help` carries the address of the pages of materials.
 */
export function tellOffline(help: HTMLElement): void {
  const unit = deviceStore(() => localStorage).read('unit', isText);
  if (!canKeep()) {
    help.textContent = words.impossible;
  } else if (unit !== undefined) {
    const link = document.createElement('a');
    link.href = `${help.dataset.offlineHelp}${unit}/`;
    link.textContent = words.see;
    help.append(' ', link);
  }
}

/** Pages and megabytes in words. */
export function sizeOf({ pages, bytes }: Pick<OfflineSet, 'pages' | 'bytes'>): string {
  return words.size(pages, bytes);
}
