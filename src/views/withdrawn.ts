import type { Day } from '../domain/day.ts';
import type { PageKind } from './page.ts';

/** The addresses of what was withdrawn, former ones too: they say so, and since when. */
export const withdrawnPages: PageKind<{ on: Day }> = {
  route: '/[...withdrawn]/',
  pages: ({ withdrawn }) =>
    withdrawn.flatMap(({ collection, id, formerIds, on }) =>
      [id, ...formerIds].map((each) => ({ address: `/${collection}/${each}/`, props: { on } })),
    ),
};
