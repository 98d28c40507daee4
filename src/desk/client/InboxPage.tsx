import { useRef, useState } from 'preact/hooks';
import { ROUTES, type FieldValues, type InboxItem, type ItemCard } from '../../domain/desk/api.ts';
import { bringIn } from '../../strings/desk-bring-in-client.ts';
import { page } from '../../strings/desk-client.ts';
import { ask } from './ask.ts';
import { wantedFiles } from './bring-in/dropped-files.ts';
import { Progress } from './bring-in/Progress.tsx';
import { Heading } from './Heading.tsx';
import { InboxCard } from './InboxCard.tsx';
import { say } from './said.tsx';
import { sendFiles } from './send-files.ts';
import { useLoaded } from './use-loaded.ts';

const EVERY = 600;

/** Files that were brought in, each with what the import made of it, to be decided on one by one or several at once. */
export function InboxPage() {
  const { value: found, trouble, reload } = useLoaded(() => ask<InboxItem[]>(ROUTES.inbox), '', EVERY);
  const { value: items = [] } = useLoaded(() => ask<ItemCard[]>(ROUTES.items), '');
  const [chosen, setChosen] = useState<number[]>([]);
  const changed = useRef(new Map<string, FieldValues>());
  const send = (input: HTMLInputElement) => {
    void sendFiles(wantedFiles(input.files ?? [])).then(reload);
    input.value = '';
  };
  const open = (found ?? []).filter(isOpen);
  const marked = open.filter(({ id }) => chosen.includes(id));
  const sure = open.filter(isSure);
  const acceptAll = async (asDraft: boolean) => {
    let count = 0;
    for (const { id, name, articles } of marked) {
      const accepted = articles.map((_, index) => ({
        index,
        fields: changed.current.get(`${id}/${index}`) ?? {},
        asDraft,
      }));
      const trouble = await ask(ROUTES.accept, { method: 'POST', body: { id, articles: accepted } }).then(
        () => undefined,
        (error: Error) => error.message,
      );
      if (trouble === undefined) count += 1;
      say(trouble === undefined ? bringIn.acceptedMany(count) : bringIn.notAccepted(name, trouble));
      if (trouble !== undefined) break;
    }
    setChosen([]);
    reload();
  };
  return (
    <>
      <Heading>{page.inbox}</Heading>
      <p class="soft">{page.chooseHelp}</p>
      <p>
        <label class="choose">
          {page.choose}
          <input type="file" multiple onChange={({ currentTarget }) => send(currentTarget)} />
        </label>{' '}
        <label class="choose choose--plain">
          {bringIn.chooseFolder}
          <input type="file" ref={asFolder} onChange={({ currentTarget }) => send(currentTarget)} />
        </label>
      </p>
      {trouble !== undefined && <p class="trouble">{trouble}</p>}
      <Progress items={found ?? []} onChanged={reload} />
      {open.length > 1 && (
        <p class="chosen">
          <button type="button" onClick={() => setChosen(sure.map(({ id }) => id))}>
            {bringIn.sure(sure.length)}
          </button>{' '}
          <button type="button" class="main" disabled={marked.length === 0} onClick={() => acceptAll(false)}>
            {bringIn.acceptChosen(marked.length)}
          </button>{' '}
          <button type="button" disabled={marked.length === 0} onClick={() => acceptAll(true)}>
            {bringIn.acceptChosenAsDraft(marked.length)}
          </button>
        </p>
      )}
      {found?.map((item) => (
        <InboxCard
          key={item.id}
          item={item}
          items={items}
          isChosen={isOpen(item) && open.length > 1 ? chosen.includes(item.id) : undefined}
          onChoose={(isOn) =>
            setChosen((last) => (isOn ? [...last, item.id] : last.filter((id) => id !== item.id)))
          }
          onFields={(index, fields) => changed.current.set(`${item.id}/${index}`, fields)}
          onChanged={reload}
        />
      ))}
    </>
  );
}

/** Has a browser ask for a folder instead of files. */
function asFolder(input: HTMLInputElement | null): void {
  if (input) input.webkitdirectory = true;
}

/** Whether the articles of a file wait to be decided on. */
function isOpen({ state, articles }: InboxItem): boolean {
  return state === 'read' && articles.some(({ file }) => file === undefined);
}

function isSure({ articles, asked }: InboxItem): boolean {
  return (
    asked.length === 0 &&
    articles.every(
      ({ read, doubts }) => doubts.length === 0 && read.every(({ confidence }) => confidence === '高'),
    )
  );
}
