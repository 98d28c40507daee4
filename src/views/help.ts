import { takeOverHandbook } from '../handbook/handed-handbook.ts';
import { readHandbook, type HandbookPage } from '../handbook/read-handbook.ts';
import { zh } from '../strings/zh.ts';
import { linkTo, type PageLink } from './entry-card.ts';
import { onlyPage, type PageKind } from './page.ts';
import { settings } from './settings.ts';

/** The props of a page of the handbook. */
export interface HelpView {
  page: HandbookPage;
  others: readonly PageLink[];
}

let handbook: Promise<HandbookPage[]> | undefined;

export const helpPages: PageKind<HelpView> = {
  route: '/help/[id]/',
  pages: async () => {
    const pages = await getHandbook();
    return pages.map((page) => ({
      address: page.address,
      props: {
        page,
        others: pages.filter(({ id }) => id !== page.id).map(linkTo),
      },
    }));
  },
  isInSitemap: () => true,
  isInEveryPack: true,
};

export const helpIndex: PageKind<{ pages: readonly HandbookPage[] }> = onlyPage(
  '/help/',
  async () => ({ pages: await getHandbook() }),
  { isInSitemap: () => true, isInEveryPack: true, footer: zh['help.title'] },
);

/**
 * The handbook of this build, which hands it over; `dev` reads it anew for every page. Commands are started in the project's folder, where it
 * stands beside the code.
 */
function getHandbook(): Promise<HandbookPage[]> {
  const handed = process.env.CHECKED_CONTENT;
  const read = () => (handed ? takeOverHandbook(handed) : readHandbook(process.cwd(), settings.basePath));
  if (import.meta.env?.DEV) return read();
  return (handbook ??= read());
}
