import { useEffect, useState } from 'preact/hooks';
import { ROUTES, type ItemCard, type OpenItem } from '../../../domain/desk/api.ts';
import { laterTitle } from '../../../domain/desk/copied-plan.ts';
import { PLAN_ROUTES, type CopyAnswer } from '../../../domain/desk/plans.ts';
import { page } from '../../../strings/desk-client.ts';
import { plansPage } from '../../../strings/desk-plans-client.ts';
import { ask } from '../ask.ts';
import { Heading } from '../Heading.tsx';
import { go } from '../route.ts';
import { say, trying } from '../said.tsx';
import { useLoaded } from '../use-loaded.ts';
import { useWorkedOut } from './use-worked-out.ts';

const ONE_YEAR = 1;

/** A plan copied for the next year: what becomes of each session's time, then the new file. */
export function CopyPage({ file }: { file: string }) {
  const { value: item, trouble } = useLoaded(() => ask<OpenItem>(ROUTES.item, { query: { file } }), file);
  const { value: items = [] } = useLoaded(() => ask<ItemCard[]>(ROUTES.items), '');
  const [title, setTitle] = useState('');
  const [campaign, setCampaign] = useState('');
  const [id, setId] = useState('');
  useEffect(() => {
    setTitle(laterTitle(String(item?.fields?.title ?? ''), ONE_YEAR));
    setCampaign(String(item?.fields?.campaign ?? ''));
    setId(item ? laterTitle(item.id, ONE_YEAR) : '');
  }, [item?.digest]);
  const request = { file, years: ONE_YEAR, title: '', campaign: '' };
  const { answer, trouble: notRead } = useWorkedOut<CopyAnswer>(PLAN_ROUTES.copy, request);
  const copy = () =>
    trying(async () => {
      const body = { file, years: ONE_YEAR, title, campaign, id };
      const made = await ask<CopyAnswer>(PLAN_ROUTES.copy, { method: 'POST', body });
      if (made.file !== undefined) go({ place: 'item', file: made.file });
      say(plansPage.copied);
    });
  const fault = trouble ?? notRead;
  return (
    <>
      <Heading>{plansPage.copy}</Heading>
      {fault !== undefined && <p class="trouble">{fault}</p>}
      <p class="soft">{plansPage.copyHelp}</p>
      <div class="inline-form">
        <label>
          {plansPage.newTitle}
          <input value={title} onInput={({ currentTarget }) => setTitle(currentTarget.value)} />
        </label>
        <label>
          {plansPage.campaign}
          <select value={campaign} onChange={({ currentTarget }) => setCampaign(currentTarget.value)}>
            {items
              .filter(({ collection }) => collection === 'campaigns')
              .map((each) => (
                <option key={each.id} value={each.id}>
                  {each.title}
                </option>
              ))}
          </select>
        </label>
        <label>
          {plansPage.newId}
          <input value={id} onInput={({ currentTarget }) => setId(currentTarget.value)} />
        </label>
        <button type="button" class="main" disabled={!answer} onClick={copy}>
          {plansPage.makeCopy}
        </button>
      </div>
      <h2>{plansPage.becomes}</h2>
      {answer ? (
        <ol class="becomes">
          {answer.times.map(({ title: session, became, isToConfirm }, index) => (
            <li key={index}>
              {session} <span class="soft">{became}</span>{' '}
              {isToConfirm && <span class="notice">{plansPage.toConfirm}</span>}
            </li>
          ))}
        </ol>
      ) : (
        fault === undefined && <p class="soft">{page.loading}</p>
      )}
    </>
  );
}
