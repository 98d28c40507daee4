import type { Essay } from '../site/essays.ts';
import type { ResolvedSite } from '../site/site.ts';
import { essayFacts, type CallFacts } from './essay-facts.ts';
import { bodyView, type BodyView } from './page-body.ts';
import { onlyPage, type PageKind } from './page.ts';
import { settings } from './settings.ts';

/** The props of the page and the papers of an essay call. */
export interface EssayView {
  essay: Essay;
  facts: CallFacts;
  body: BodyView;
}

/** What the template of a call for one unit is made of. */
export interface TemplateView {
  essay: Essay;
  asked: Essay['asked'][number];
}

export const essayIndex: PageKind<{ essays: readonly Essay[] }> = onlyPage(
  '/essays/',
  ({ essays }) => ({ essays }),
  { isInSitemap: () => true },
);

export const essayPages: PageKind<EssayView> = {
  route: '/essays/[id]/',
  pages: (site) => site.essays.map((essay) => ({ address: essay.address, props: viewOf(essay, site) })),
  isInSitemap: () => true,
};

export const essayPrintPages: PageKind<EssayView> = {
  route: '/essays/[id]/print/',
  pages: (site) =>
    site.essays.map((essay) => ({ address: `${essay.address}print/`, props: viewOf(essay, site) })),
};

/** The page formats that calls ask for. */
export const essayFormats: PageKind<{ essay: Essay }> = {
  route: '/essays/[id]/format.css',
  pages: ({ essays }) =>
    essays
      .filter(({ format }) => format !== undefined)
      .map((essay) => ({ address: `${essay.address}format.css`, props: { essay } })),
};

/** The template of each call, with its cover sheet, for each unit asked. */
export const essayTemplates: PageKind<TemplateView> = {
  route: '/essays/[id]/[unit].docx',
  pages: ({ essays }) =>
    essays.flatMap((essay) =>
      essay.asked.map((asked) => ({
        address: `${essay.address}${asked.unit.id}.docx`,
        props: { essay, asked },
      })),
    ),
};

function viewOf(essay: Essay, site: ResolvedSite): EssayView {
  const facts = essayFacts(essay, settings.audience);
  return { essay, facts, body: bodyView(`essays/${essay.id}`, site) };
}
