import { ROUTES, type Commit } from '../../domain/desk/api.ts';
import { page } from '../../strings/desk-client.ts';
import { ask } from './ask.ts';
import { Heading } from './Heading.tsx';
import { addressOf } from './route.ts';
import { say, trying } from './said.tsx';
import { useLoaded } from './use-loaded.ts';

/** Every change that the desk has made, of everything or of one file, each to be undone. */
export function HistoryPage({ file }: { file: string | undefined }) {
  const {
    value: commits,
    trouble,
    reload,
  } = useLoaded(
    () => ask<Commit[]>(ROUTES.history, file === undefined ? {} : { query: { file } }),
    file ?? '',
  );
  const undo = (id: string) =>
    trying(async () => {
      await ask(ROUTES.undo, { method: 'POST', body: { id } });
      say(page.undone);
      reload();
    });
  return (
    <>
      <Heading>{page.history}</Heading>
      {trouble !== undefined && <p class="trouble">{trouble}</p>}
      {commits?.length === 0 && <p>{page.noHistory}</p>}
      <ol class="history">
        {commits?.map(({ id, title, at, files, role }) => (
          <li key={id}>
            <strong>{title}</strong> <time dateTime={at}>{new Date(at).toLocaleString('zh-CN')}</time>{' '}
            {role !== undefined && <span class="soft">{role}</span>}
            {files.map((each) => (
              <a key={each} href={addressOf({ place: 'item', file: each })}>
                {each}
              </a>
            ))}
            <button type="button" onClick={() => undo(id)} aria-label={`${page.undoChange} ${title}`}>
              {page.undoChange}
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
