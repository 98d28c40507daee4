import { useEffect, useState } from 'preact/hooks';
import { ROUTES } from '../../domain/desk/api.ts';
import { page } from '../../strings/desk-client.ts';
import { ask } from './ask.ts';
import { say } from './said.tsx';

/** How far the sending of files is. */
export interface Sending {
  done: number;
  all: number;
  /** The file that is being sent. */
  name: string;
}

let waiting: File[] = [];
let sending: Sending | undefined;
const listeners = new Set<() => void>();

/** Sends files to the inbox one after the other; one that is not taken does not stop the rest. Files given meanwhile are sent behind them. */
export async function sendFiles(files: readonly File[]): Promise<void> {
  waiting.push(...files);
  if (sending) {
    tell({ ...sending, all: sending.all + files.length });
    return;
  }
  let done = 0;
  for (let file = waiting.shift(); file; file = waiting.shift()) {
    tell({ done, all: done + waiting.length + 1, name: file.name });
    try {
      await ask(ROUTES.inbox, { method: 'POST', query: { name: file.name }, body: file });
    } catch (error) {
      say(page.sendingFailed(file.name, (error as Error).message));
    }
    done += 1;
  }
  tell(undefined);
}

/** Sends no more files; that which is being sent is the last. */
export function stopSending(): void {
  waiting = [];
}

/** How far the sending is, as it goes on; nothing while none is sent. */
export function useSending(): Sending | undefined {
  const [now, setNow] = useState(sending);
  useEffect(() => {
    const follow = () => setNow(sending);
    listeners.add(follow);
    follow();
    return () => void listeners.delete(follow);
  }, []);
  return now;
}

function tell(now: Sending | undefined): void {
  sending = now;
  for (const listener of listeners) listener();
}
