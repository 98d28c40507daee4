import { ROUTES, type InboxItem } from '../../domain/desk/api.ts';
import { page } from '../../strings/desk-client.ts';
import { ask } from './ask.ts';
import { Heading } from './Heading.tsx';
import { InboxCard } from './InboxCard.tsx';
import { sendFiles } from './send-files.ts';
import { useLoaded } from './use-loaded.ts';

const EVERY = 600;

/** Files that were brought in, each with what the import made of it, to be decided on. */
export function InboxPage() {
  const { value: items, trouble, reload } = useLoaded(() => ask<InboxItem[]>(ROUTES.inbox), '', EVERY);
  const choose = async (input: HTMLInputElement) => {
    await sendFiles([...(input.files ?? [])]);
    input.value = '';
    reload();
  };
  return (
    <>
      <Heading>{page.inbox}</Heading>
      <p class="soft">{page.chooseHelp}</p>
      <p>
        <label class="choose">
          {page.choose}
          <input type="file" multiple onChange={({ currentTarget }) => void choose(currentTarget)} />
        </label>
      </p>
      {trouble !== undefined && <p class="trouble">{trouble}</p>}
      {items?.map((item) => (
        <InboxCard key={item.id} item={item} onChanged={reload} />
      ))}
    </>
  );
}
