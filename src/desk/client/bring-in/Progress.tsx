import { ROUTES, type InboxItem } from '../../../domain/desk/api.ts';
import { bringIn } from '../../../strings/desk-bring-in-client.ts';
import { ask } from '../ask.ts';
import { trying } from '../said.tsx';
import { stopSending, useSending } from '../send-files.ts';

interface Props {
  items: readonly InboxItem[];
  onChanged: () => void;
}

/** How far files are sent and read, and a way to stop. */
export function Progress({ items, onChanged }: Props) {
  const sending = useSending();
  const waiting = items.filter(({ state }) => state === 'waiting');
  const reading = items.find(({ state }) => state === 'reading') ?? waiting[0];
  if (!sending && !reading) return null;
  const stop = () =>
    trying(async () => {
      stopSending();
      for (const { id } of waiting) await ask(ROUTES.inboxItem, { method: 'DELETE', body: { id } });
      onChanged();
    });
  const done = items.length - waiting.length - (reading && reading.state === 'reading' ? 1 : 0);
  const all = items.length + (sending ? sending.all - sending.done : 0);
  const words = sending
    ? bringIn.sending(sending.name, sending.done, sending.all)
    : bringIn.reading(reading?.name ?? '', done, items.length);
  return (
    <p class="progress" data-progress>
      <progress aria-label={bringIn.progress} max={all} value={done} /> {words}{' '}
      <button type="button" onClick={stop}>
        {bringIn.stop}
      </button>
    </p>
  );
}
