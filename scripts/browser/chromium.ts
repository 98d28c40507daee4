import type { Chromium } from '../../src/publish/pdf/chromium.ts';
import { fontCoverage } from './font-coverage.ts';
import { launchBrowser } from './launch.ts';

/** The Chromium of this machine, for printing packs. */
export const chromium: Chromium = { launch: launchBrowser, coverage: fontCoverage };
