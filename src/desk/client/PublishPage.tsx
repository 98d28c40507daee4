import { ROUTES } from '../../domain/desk/api.ts';
import {
  PUBLISHING_ROUTES,
  type PublishedTo,
  type PublishPlan,
  type UnitMoves,
} from '../../domain/desk/publishing.ts';
import { page } from '../../strings/desk-client.ts';
import { publishPage } from '../../strings/desk-publish-client.ts';
import { ask } from './ask.ts';
import { ChangeList } from './ChangeList.tsx';
import { Heading } from './Heading.tsx';
import { momentWords } from './moment-words.ts';
import { addressOf } from './route.ts';
import { say, trying } from './said.tsx';
import { useLoaded } from './use-loaded.ts';

const EVERY = 700;
const SITE_FILE = 'site.yaml';

/** What readers will see change, the one button, how far it is, and the way back. */
export function PublishPage() {
  const { value: publishing, set } = useLoaded(() => ask<PublishedTo>(ROUTES.publish), '', EVERY);
  const state = publishing?.state ?? 'none';
  const isRunning = state === 'running';
  const { value: plan } = useLoaded(() => ask<PublishPlan>(PUBLISHING_ROUTES.plan), state);
  const begin = () =>
    trying(async () => {
      set(await ask<PublishedTo>(ROUTES.publish, { method: 'POST' }));
      say(page.publishing);
    });
  const goBack = () => {
    if (!confirm(publishPage.backAsk)) return;
    void trying(async () => set(await ask<PublishedTo>(PUBLISHING_ROUTES.back, { method: 'POST' })));
  };
  return (
    <>
      <Heading>{page.publish}</Heading>
      <p class="soft">{page.publishHelp}</p>
      {plan && <Destination {...plan} />}
      <p>
        <button type="button" class="main" onClick={begin} disabled={isRunning}>
          {page.publishNow}
        </button>
      </p>
      {publishing && state !== 'none' && <Progress {...publishing} />}
      {plan && !isRunning && (
        <>
          <section>
            <h2>{page.willChange}</h2>
            {!plan.hasPublished && <p class="soft">{publishPage.firstTime}</p>}
            {plan.changes.length > 0 ? <ChangeList changes={plan.changes} /> : <p>{page.noChange}</p>}
          </section>
          {plan.hasPublished && <Moves units={plan.moves} />}
          <section data-way-back={plan.noWayBack === undefined}>
            <h2>{publishPage.back}</h2>
            <p class="soft">{plan.noWayBack ?? publishPage.backHelp}</p>
            {plan.noWayBack === undefined && (
              <button type="button" onClick={goBack}>
                {publishPage.back}
              </button>
            )}
          </section>
        </>
      )}
    </>
  );
}

function Destination({ folder, trouble }: PublishPlan) {
  if (trouble !== undefined) return <p class="trouble">{trouble}</p>;
  if (folder !== undefined) return <p>{publishPage.goesTo(folder)}</p>;
  return (
    <p class="soft">
      {publishPage.noFolder}{' '}
      <a href={addressOf({ place: 'item', file: SITE_FILE })}>{publishPage.settings}</a>
    </p>
  );
}

/** What moves in the calendars of units. */
function Moves({ units }: { units: readonly UnitMoves[] }) {
  if (units.length === 0) return <p>{publishPage.noMoves}</p>;
  return (
    <section data-moves>
      <h2>{publishPage.moves}</h2>
      {units.map(({ unit, moves }) => (
        <section key={unit}>
          <h3>{unit}</h3>
          <ul>
            {moves.map(({ title, was, now }) => (
              <li key={`${title} ${was} ${now}`}>{moveWords(title, was, now)}</li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function moveWords(title: string, was: string | undefined, now: string | undefined): string {
  const { moved, added, removed } = publishPage.move;
  if (was === undefined) return added(title, momentWords(now ?? ''));
  return now === undefined
    ? removed(title, momentWords(was))
    : moved(title, momentWords(was), momentWords(now));
}

function Progress({ state, lines, address, folder, site }: PublishedTo) {
  const words = { running: page.publishing, done: page.published, failed: page.notPublished, none: '' };
  return (
    <section data-publishing={state}>
      <h2 aria-live="polite">{words[state]}</h2>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
      {state === 'done' && (
        <p>
          {address !== undefined && (
            <a href={address} target="_blank" rel="noreferrer">
              {page.look}
            </a>
          )}
          {site !== undefined && (
            <>
              {'　'}
              {publishPage.readers} <a href={site}>{site}</a>
            </>
          )}
          {folder !== undefined && <span class="soft">{`　${publishPage.placed(folder)}`}</span>}
        </p>
      )}
    </section>
  );
}
