import { formulaPages as formulasOf, mentionsOf, type FormulaPage } from '../site/formulas.ts';
import { zh } from '../strings/zh.ts';
import { linkTo, type PageLink } from './entry-card.ts';
import { onlyPage, type PageKind } from './page.ts';

/** The props of a formula's page. */
export interface FormulaView {
  formula: FormulaPage;
  /** Where entries name it for the first time. */
  mentions: readonly (PageLink & { anchor: string })[];
}

export const formulaPages: PageKind<FormulaView> = {
  route: '/formulas/[id]/',
  pages: (site) =>
    formulasOf(site).map((formula) => ({
      address: formula.address,
      props: {
        formula,
        mentions: mentionsOf(formula.id, site).map(({ entry, anchor = '' }) => ({
          ...linkTo(entry),
          anchor,
        })),
      },
    })),
  isInSitemap: () => true,
};

export const formulaIndex: PageKind<{ formulas: readonly FormulaPage[] }> = onlyPage(
  '/formulas/',
  (site) => ({ formulas: formulasOf(site) }),
  { isInSitemap: () => true, footer: zh['formulas.title'] },
);
