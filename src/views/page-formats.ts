import { askedFormat } from '../papers/asked-format.ts';
import { formatsWith, OFFICIAL, type PageFormat } from '../papers/page-format.ts';
import type { Site } from '../schemas/collections.ts';
import { onlyPage, type PageKind } from './page.ts';

/** Every page format, with letters set as `site.yaml` asks. */
export function pageFormats({ print }: Pick<Site, 'print'>): PageFormat[] {
  return formatsWith(print?.format ? askedFormat(OFFICIAL.id, OFFICIAL.name, print.format) : OFFICIAL);
}

/** A style sheet for each page format, for pages that are papers when printed. */
export const formatStyles: PageKind<{ format: PageFormat }> = {
  route: '/forms/[format].css',
  pages: ({ fields }) =>
    pageFormats(fields).map((format) => ({ address: `/forms/${format.id}.css`, props: { format } })),
};

/** One style sheet for all of them. */
export const allFormatStyles: PageKind<{ formats: readonly PageFormat[] }> = onlyPage(
  '/forms/pages.css',
  ({ fields }) => ({ formats: pageFormats(fields) }),
);
