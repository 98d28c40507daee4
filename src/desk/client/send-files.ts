import { ROUTES } from '../../domain/desk/api.ts';
import { page } from '../../strings/desk-client.ts';
import { ask } from './ask.ts';
import { say } from './said.tsx';

/** Sends files to the inbox one after the other; one that is not taken does not stop the rest. */
export async function sendFiles(files: readonly File[]): Promise<void> {
  for (const file of files) {
    say(page.sending(file.name));
    try {
      await ask(ROUTES.inbox, { method: 'POST', query: { name: file.name }, body: file });
    } catch (error) {
      say(page.sendingFailed(file.name, (error as Error).message));
      continue;
    }
    say('');
  }
}
