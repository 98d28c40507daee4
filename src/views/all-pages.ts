import { attendancePages } from './attendance.ts';
import { campaignIndex, campaignPages, receiptPages } from './campaigns.ts';
import { entryPages, kindLists } from './entries.ts';
import { essayIndex, essayPages, essayPrintPages } from './essays.ts';
import { formulaIndex, formulaPages } from './formulas.ts';
import { speakerIndex, speakerLists, topicIndex, topicLists } from './groups.ts';
import {
  bulletinIndex,
  bulletinPages,
  checklistIndex,
  checklistPages,
  ledgerIndex,
  ledgerPages,
} from './handed-in.ts';
import { helpIndex, helpPages } from './help.ts';
import { homePage } from './home.ts';
import { libraryLists } from './library.ts';
import { formIndex, formPages } from './ooxml-files.ts';
import { materialPages, offlinePage } from './offline.ts';
import { packPages } from './packs.ts';
import type { PageKind } from './page.ts';
import { schedulePages } from './schedules.ts';
import {
  aboutPage,
  accessibilityPage,
  brokenPage,
  devicePage,
  missingPage,
  refusedPage,
  searchPage,
} from './single-pages.ts';
import { unitIndex, unitPages } from './units.ts';
import { withdrawnPages } from './withdrawn.ts';

/**
 * Every kind of page that a reader may open, each with the route in `src/pages` that renders it. Sitemap, packs, the foot of every page and the
 * tests that look at all pages go by this list and its order.
 */
export const ALL_PAGES = [
  homePage,
  libraryLists,
  ...Object.values(kindLists),
  ...Object.values(entryPages),
  speakerIndex,
  speakerLists,
  topicIndex,
  topicLists,
  unitIndex,
  unitPages,
  schedulePages,
  packPages,
  attendancePages,
  campaignIndex,
  campaignPages,
  receiptPages,
  essayIndex,
  essayPages,
  essayPrintPages,
  checklistIndex,
  checklistPages,
  ledgerIndex,
  ledgerPages,
  bulletinIndex,
  bulletinPages,
  searchPage,
  formulaIndex,
  formulaPages,
  formIndex,
  formPages,
  helpIndex,
  helpPages,
  aboutPage,
  accessibilityPage,
  devicePage,
  materialPages,
  offlinePage,
  withdrawnPages,
  missingPage,
  refusedPage,
  brokenPage,
] as unknown as readonly PageKind[];
