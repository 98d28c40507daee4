import type { Bulletin } from '../site/bulletins.ts';
import type { Checklist } from '../site/checklists.ts';
import type { Ledger } from '../site/ledgers.ts';
import { linkTo, type PageLink } from './entry-card.ts';
import { bodyView, type BodyView } from './page-body.ts';
import { onlyPage, type PageKind } from './page.ts';

/** The props of a bulletin's page. */
export interface BulletinView {
  bulletin: Bulletin;
  body: BodyView;
  previous?: PageLink | undefined;
  next?: PageLink | undefined;
}

const inSitemap = { isInSitemap: () => true };

export const checklistIndex: PageKind<{ checklists: readonly Checklist[] }> = onlyPage(
  '/checklists/',
  ({ checklists }) => ({ checklists }),
  inSitemap,
);

export const checklistPages: PageKind<{ checklist: Checklist }> = {
  ...inSitemap,
  route: '/checklists/[id]/',
  pages: ({ checklists }) =>
    checklists.map((checklist) => ({ address: checklist.address, props: { checklist } })),
};

export const ledgerIndex: PageKind<{ ledgers: readonly Ledger[] }> = onlyPage(
  '/ledgers/',
  ({ ledgers }) => ({ ledgers }),
  inSitemap,
);

export const ledgerPages: PageKind<{ ledger: Ledger }> = {
  ...inSitemap,
  route: '/ledgers/[id]/',
  pages: ({ ledgers }) =>
    ledgers.map((ledger) => ({ address: ledger.address, props: { ledger }, lastmod: ledger.asOf })),
};

export const bulletinIndex: PageKind<{ bulletins: readonly Bulletin[] }> = onlyPage(
  '/bulletins/',
  ({ bulletins }) => ({ bulletins }),
  inSitemap,
);

export const bulletinPages: PageKind<BulletinView> = {
  ...inSitemap,
  route: '/bulletins/[id]/',
  pages: (site) =>
    site.bulletins.map((bulletin, index) => {
      const nearest = (others: readonly Bulletin[]) => {
        const other = others.find(({ campaign }) => campaign?.id === bulletin.campaign?.id);
        return other && linkTo(other);
      };
      return {
        address: bulletin.address,
        props: {
          bulletin,
          body: bodyView(`bulletins/${bulletin.id}`, site),
          previous: nearest(site.bulletins.slice(index + 1)),
          next: nearest(site.bulletins.slice(0, index).reverse()),
        },
        lastmod: bulletin.date ?? undefined,
      };
    }),
};
