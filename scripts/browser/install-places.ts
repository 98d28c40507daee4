import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

const macBrowsers = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
const windowsBrowsers = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];
const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

/** Where Chrome, Edge or Chromium usually stands on a Mac or on Windows; none for other systems. */
export function usualPlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') return macPlaces();
  if (platform === 'win32') return windowsPlaces(env);
  return [];
}

function macPlaces(): string[] {
  const folders = ['/Applications', posix.join(homedir(), 'Applications')];
  return macBrowsers.flatMap((name) =>
    folders.map((folder) => posix.join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
  );
}

function windowsPlaces(env: NodeJS.ProcessEnv): string[] {
  const folders = windowsFolders.flatMap((variable) => env[variable] ?? []);
  return windowsBrowsers.flatMap((browser) => folders.map((folder) => win32.join(folder, browser)));
}
