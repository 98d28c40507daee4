import { useEffect, useState } from 'preact/hooks';

/** The places of the desk, as they stand behind `#/` in the address. */
export type PlaceName =
  'home' | 'inbox' | 'items' | 'item' | 'source' | 'new' | 'copy' | 'receipts' | 'publish' | 'history';

/** Where the page is. */
export interface Route {
  place: PlaceName;
  file?: string;
}

const PLACES: readonly PlaceName[] = [
  'home',
  'inbox',
  'items',
  'item',
  'source',
  'new',
  'copy',
  'receipts',
  'publish',
  'history',
];

/** The address of a place. */
export function addressOf({ place, file }: Route): string {
  return file === undefined ? `#/${place}` : `#/${place}?file=${encodeURIComponent(file)}`;
}

/** The place that an address names; the home page for any other. */
export function routeOf(hash: string): Route {
  const [name = '', query = ''] = hash.replace(/^#\//, '').split('?');
  const place = PLACES.find((known) => known === name) ?? 'home';
  const file = new URLSearchParams(query).get('file');
  return { place, ...(file === null ? {} : { file }) };
}

export function go(route: Route): void {
  location.hash = addressOf(route);
}

/** Where the page is, as it changes. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const follow = () => setRoute(routeOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}
