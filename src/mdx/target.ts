import type { Catalog } from '../catalog/library.ts';
import { href } from '../catalog/settings.ts';
import type { Entry } from '../domain/entry.ts';
import { addressOfTarget } from '../markdown/addresses.ts';

/** The entry that `texts/outline#p3` names, or `undefined` where this build does not show it. */
export function findEntry({ byKey }: Catalog, target: string): Entry | undefined {
  return byKey.get(target.split('#')[0] ?? target);
}

/** Where a link to `texts/outline#p3` leads. */
export function targetHref(target: string): string {
  return href(addressOfTarget(target));
}
