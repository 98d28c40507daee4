import { HANDBOOK_KIND, type SearchRecord } from '../domain/search/record.ts';
import type { HandbookPage } from '../handbook/read-handbook.ts';
import { zh } from '../strings/zh.ts';

/** What the index holds of the handbook. */
export function handbookRecords(pages: readonly HandbookPage[]): SearchRecord[] {
  return pages.map(({ id, address, title, paragraphs }) => ({
    entry: `${HANDBOOK_KIND}/${id}`,
    address,
    kind: HANDBOOK_KIND,
    title: zh['help.page'](title),
    date: null,
    units: [],
    topics: [],
    paragraphs,
  }));
}
