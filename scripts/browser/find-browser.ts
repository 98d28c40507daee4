import { chromium } from 'playwright-core';
import { fontEnvironment } from './fonts.ts';
import { usualPlaces } from './install-places.ts';
import { namedBrowserFails, noBrowser, reasons } from './messages.ts';
import { packageFolder, unpackChromium } from './packaged-chromium.ts';
import { probe } from './probe.ts';

/** A browser that answered, and how to start it: `env` is added to the environment, `args` to the command line. */
export interface FoundBrowser {
  executablePath: string;
  env: Record<string, string>;
  args: string[];
  /** Which rule found it, for messages and test reports. */
  name: string;
}

interface Candidate {
  name: string;
  executablePath: string;
  env: Record<string, string>;
}

const args = ['--disable-gpu', '--font-render-hinting=none'];

/**
 * The first browser that runs: the one named by PLAYWRIGHT_CHROMIUM_EXECUTABLE, on Linux the one inside @sparticuz/chromium, /usr/bin/chromium,
 * Playwright's own, Chrome or Edge where a Mac or Windows usually keeps them. The packaged one comes first because it is the same on every
 * machine, and so are its PDFs; and being without a window it prints in two thirds of the time of an installed one.
 * Throws an Error in Chinese when the named one does not run, or when there is none.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const fonts = process.platform === 'linux' ? await fontEnvironment() : {};
  const named = process.env['PLAYWRIGHT_CHROMIUM_EXECUTABLE'];
  if (named) return namedBrowser(named, fonts);

  const attempts: string[] = [];
  for (const propose of [packagedCandidate, ...installedCandidates()]) {
    const candidate = await propose();
    if (typeof candidate === 'string') {
      attempts.push(candidate);
      continue;
    }
    const env = { ...fonts, ...candidate.env };
    const fault = await probe(candidate.executablePath, env);
    if (fault === undefined) return { ...candidate, env, args };
    attempts.push(`${candidate.executablePath}：${fault}`);
  }
  throw new Error(noBrowser(attempts, process.platform));
}

async function namedBrowser(executablePath: string, env: Record<string, string>): Promise<FoundBrowser> {
  const fault = await probe(executablePath, env);
  if (fault !== undefined) throw new Error(namedBrowserFails(executablePath, fault));
  return { name: 'PLAYWRIGHT_CHROMIUM_EXECUTABLE', executablePath, env, args };
}

function installedCandidates(): (() => Candidate)[] {
  const places = [
    { name: 'system', executablePath: '/usr/bin/chromium' },
    ...playwrightPlace(),
    ...usualPlaces(process.platform, process.env).map((executablePath) => ({
      name: 'installed',
      executablePath,
    })),
  ];
  return places.map((place) => () => ({ ...place, env: {} }));
}

/** Playwright throws on a system it has no browser for. */
function playwrightPlace(): { name: string; executablePath: string }[] {
  try {
    return [{ name: 'playwright', executablePath: chromium.executablePath() }];
  } catch {
    return [];
  }
}

/** The packaged browser, unpacked the first time; or a line saying why it cannot serve. */
async function packagedCandidate(): Promise<Candidate | string> {
  const place = '@sparticuz/chromium';
  if (process.platform !== 'linux' || process.arch !== 'x64') return `${place}：${reasons.packageUnsuited}`;
  const folder = packageFolder();
  if (folder === undefined) return `${place}：${reasons.packageAbsent}`;
  const unpacked = await unpackChromium(folder).catch((error: Error) => error);
  if (unpacked instanceof Error) return `${place}：${unpacked.message}`;
  const { executablePath, libraries } = unpacked;
  const inherited = process.env['LD_LIBRARY_PATH'];
  const env = { LD_LIBRARY_PATH: inherited ? `${libraries}:${inherited}` : libraries };
  return { name: place, executablePath, env };
}
