import type { AddressInfo } from 'node:net';
import { serveSite } from '../src/publish/serve.ts';
import { listeningLines, listeningTrouble } from '../src/publish/serving/listening.ts';
import { readListening } from '../src/source/settings.ts';
import { runCommand } from './command.ts';
import { freshSite } from './fresh-site.ts';

await runCommand(async (settings) => {
  const { host, port } = readListening(process.env);
  if (!(await freshSite(settings))) return 1;
  try {
    const say = (line: string) => console.error(line);
    const server = await serveSite(settings.outDir, settings.basePath, port, { host, say });
    const listening = { host, port: (server.address() as AddressInfo).port };
    const { news, warning } = listeningLines(listening, settings);
    console.log(news);
    if (warning !== undefined) console.error(warning);
    return 0;
  } catch (error) {
    const trouble = listeningTrouble((error as NodeJS.ErrnoException).code, { host, port });
    if (trouble === undefined) throw error;
    console.error(trouble);
    return 1;
  }
});
