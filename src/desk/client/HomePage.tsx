import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { ROUTES, type Home } from '../../domain/desk/api.ts';
import { page } from '../../strings/desk-client.ts';
import { publishPage } from '../../strings/desk-publish-client.ts';
import { ask } from './ask.ts';
import { ChangeList } from './ChangeList.tsx';
import { Findings } from './Findings.tsx';
import { Heading } from './Heading.tsx';
import { momentWords, sinceWords } from './moment-words.ts';
import { addressOf } from './route.ts';
import { useLoaded } from './use-loaded.ts';

const EVERY = 2000;

/** What needs a person now, the most pressing first. */
export function HomePage() {
  const isFirst = useRef(true);
  const load = () => {
    const query: Record<string, string> = isFirst.current ? { fresh: '' } : {};
    isFirst.current = false;
    return ask<Home>(ROUTES.home, { query });
  };
  const { value: home, trouble } = useLoaded(load, '', EVERY);
  return (
    <>
      <Heading>{page.home}</Heading>
      {trouble !== undefined && <p class="trouble">{trouble}</p>}
      {home ? <Todo home={home} /> : trouble === undefined && <p class="soft">{page.loading}</p>}
    </>
  );
}

function Todo({ home }: { home: Home }) {
  const { faults, drafts, doubts, unpublished, due, inbox } = home;
  const isEmpty = home.items === 0 && inbox === 0;
  const isDone = faults.length + drafts.length + doubts.length + unpublished.length + inbox === 0;
  return (
    <>
      {home.others.map(({ host, since }) => (
        <p key={host + since} class="notice-line" data-other-desk>
          {page.otherDesk(host, sinceWords(since))}
        </p>
      ))}
      {!home.isChecked && <p class="soft">{page.checking}</p>}
      {isEmpty && <p>{page.nothingYet}</p>}
      {!isEmpty && isDone && home.isChecked && <p>{page.nothingToDo}</p>}
      {faults.length > 0 && (
        <Part name="faults" title={page.faults(faults.length)} help={page.faultsHelp}>
          <Findings findings={faults} />
        </Part>
      )}
      {inbox > 0 && (
        <Part name="inbox" title={page.waiting(inbox)}>
          <p>
            <a href={addressOf({ place: 'inbox' })}>{page.inbox}</a>
          </p>
        </Part>
      )}
      {drafts.length > 0 && (
        <Part name="drafts" title={page.drafts(drafts.length)} help={page.draftsHelp}>
          <ul>
            {drafts.map(({ file, title }) => (
              <li key={file}>
                <a href={addressOf({ place: 'item', file })}>{title}</a>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {doubts.length > 0 && (
        <Part name="doubts" title={page.doubts(doubts.length)} help={page.doubtsHelp}>
          <Findings findings={doubts} />
        </Part>
      )}
      {unpublished.length > 0 && (
        <Part name="unpublished" title={page.unpublished(unpublished.length)}>
          <ChangeList changes={unpublished} />
          <p>
            <a href={addressOf({ place: 'publish' })}>{page.publish}</a>
          </p>
        </Part>
      )}
      {due.length > 0 && (
        <Part name="due" title={publishPage.due(due.length)}>
          <ul>
            {due.map(({ title, when, units }) => (
              <li key={`${when} ${title}`}>
                {title} <span class="soft">{publishPage.dueFor(momentWords(when), units.join('、'))}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

function Part({
  name,
  title,
  help,
  children,
}: {
  name: string;
  title: string;
  help?: string;
  children: ComponentChildren;
}) {
  return (
    <section data-part={name}>
      <h2>{title}</h2>
      {help !== undefined && <p class="soft">{help}</p>}
      {children}
    </section>
  );
}
