import { ROUTES, type Home, type Publishing } from '../../domain/desk/api.ts';
import { page } from '../../strings/desk-client.ts';
import { ask } from './ask.ts';
import { ChangeList } from './ChangeList.tsx';
import { Heading } from './Heading.tsx';
import { say, trying } from './said.tsx';
import { useLoaded } from './use-loaded.ts';

const EVERY = 700;

/** What publishing will change, the one button, and how far it is. */
export function PublishPage() {
  const { value: publishing, set } = useLoaded(() => ask<Publishing>(ROUTES.publish), '', EVERY);
  const state = publishing?.state ?? 'none';
  const { value: home } = useLoaded(() => ask<Home>(ROUTES.home, { query: { fresh: '' } }), state);
  const begin = () =>
    trying(async () => {
      set(await ask<Publishing>(ROUTES.publish, { method: 'POST' }));
      say(page.publishing);
    });
  return (
    <>
      <Heading>{page.publish}</Heading>
      <p class="soft">{page.publishHelp}</p>
      <p>
        <button type="button" class="main" onClick={begin} disabled={state === 'running'}>
          {page.publishNow}
        </button>
      </p>
      {publishing && state !== 'none' && <Progress {...publishing} />}
      {home && state !== 'running' && (
        <section>
          <h2>{page.willChange}</h2>
          {home.unpublished.length > 0 ? <ChangeList changes={home.unpublished} /> : <p>{page.noChange}</p>}
        </section>
      )}
    </>
  );
}

function Progress({ state, lines, address }: Publishing) {
  const words = { running: page.publishing, done: page.published, failed: page.notPublished, none: '' };
  return (
    <section data-publishing={state}>
      <h2 aria-live="polite">{words[state]}</h2>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
      {address !== undefined && state === 'done' && (
        <p>
          <a href={address} target="_blank" rel="noreferrer">
            {page.look}
          </a>
        </p>
      )}
    </section>
  );
}
