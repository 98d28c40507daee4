import { MANIFEST_FILE, INDEX_FOLDER } from '../domain/search/manifest.ts';
import { hostsOf, listedOffices, type Office } from '../domain/search/federation.ts';
import { shortNameOf } from '../domain/units.ts';
import { zh } from '../strings/zh.ts';
import { onlyPage, type PageKind } from './page.ts';
import { href } from './settings.ts';

/** The props of the search page. */
export interface SearchView {
  /** The sites that are searched as one, this one first, where there are others. */
  offices?: readonly Office[] | undefined;
  /** Their hosts, which its scripts ask for files. */
  hosts: readonly string[];
  /** Address of the manifest of the index, under the base path. */
  manifest: string;
}

/** The props of the page that lists what is stored on the device: names of units, and of schedules by `unit/plan`. */
export interface DeviceView {
  units: Readonly<Record<string, string>>;
  schedules: Readonly<Record<string, string>>;
}

export const searchPage: PageKind<SearchView> = onlyPage(
  '/search/',
  ({ fields }) => {
    const listed = listedOffices(fields.federation);
    return {
      offices: listed.length > 0 ? [{ name: fields.organisation, address: href('/') }, ...listed] : undefined,
      hosts: hostsOf(listed),
      manifest: href(`/${INDEX_FOLDER}${MANIFEST_FILE}`),
    };
  },
  { isInSitemap: () => true, isInEveryPack: true },
);

export const aboutPage: PageKind<{ entries: number }> = onlyPage(
  '/about/',
  ({ library }) => ({ entries: library.entries.length }),
  { isInSitemap: () => true, isInEveryPack: true, footer: zh['nav.about'] },
);

export const accessibilityPage: PageKind = onlyPage('/accessibility/', () => ({}), {
  isInSitemap: () => true,
  isInEveryPack: true,
  footer: zh['access.title'],
});

export const devicePage: PageKind<DeviceView> = onlyPage(
  '/device/',
  ({ units, schedules }) => ({
    units: Object.fromEntries(units.map(({ id, name }) => [id, name])),
    schedules: Object.fromEntries(
      schedules.map(({ unit, plan }) => [`${unit.id}/${plan.id}`, `${shortNameOf(unit)}，${plan.title}`]),
    ),
  }),
  { isInSitemap: () => true, footer: zh['device.title'] },
);

/** Pages that servers show in the place of one that is not there, that is refused, or that they cannot give. */
export const missingPage: PageKind = onlyPage('/404/', () => ({}));
export const refusedPage: PageKind = onlyPage('/403/', () => ({}));
export const brokenPage: PageKind = onlyPage('/50x/', () => ({}));
