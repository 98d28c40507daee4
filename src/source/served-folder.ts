import { resolve } from 'node:path';
import { isOfWindows, readServedFolder } from '../domain/address/served-folder.ts';
import { fieldsOfSite, SITE_FILE } from './written-address.ts';
import { oneLine } from './fault.ts';
import { SettingsError } from './settings.ts';

/**
 * The served folder that the `site.yaml` of a content folder names (`deploy`), as an absolute path; `undefined` where it names none. A path that begins
 * in the content folder is taken from there. Throws SettingsError for one that cannot be meant.
 */
export function writtenServedFolder(contentDir: string, platform = process.platform): string | undefined {
  const { deploy } = fieldsOfSite(contentDir);
  if (deploy === undefined || deploy === null) return undefined;
  if (typeof deploy !== 'string') throw new SettingsError(`${SITE_FILE} 的 deploy 不是文字，应为文字`);
  const { value, problem } = readServedFolder(deploy);
  if (value !== undefined && (platform === 'win32' || !isOfWindows(value))) return resolve(contentDir, value);
  const why = problem ?? '是 Windows 的路径，这台电脑上没有，写这台电脑上的路径';
  throw new SettingsError(`${SITE_FILE} 的 deploy 写作 ${oneLine(deploy)}，${why}`);
}
