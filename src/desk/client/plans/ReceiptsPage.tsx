import { useEffect, useState } from 'preact/hooks';
import {
  PLAN_ROUTES,
  type CampaignReceiptsAnswer,
  type DueChoice,
  type HandedIn,
  type ReceiptUnit,
} from '../../../domain/desk/plans.ts';
import { pastedUnits, type PastedUnits } from '../../../domain/desk/pasted-units.ts';
import { page } from '../../../strings/desk-client.ts';
import { plansPage } from '../../../strings/desk-plans-client.ts';
import { ask } from '../ask.ts';
import { Heading } from '../Heading.tsx';
import { say, trying } from '../said.tsx';
import { useLoaded } from '../use-loaded.ts';

/** Who has handed in what: units ticked one by one, or from a column of a spreadsheet. */
export function ReceiptsPage() {
  const { value, trouble, set } = useLoaded(() => ask<CampaignReceiptsAnswer[]>(PLAN_ROUTES.receipts), '');
  const [chosen, setChosen] = useState('');
  const of = value?.find(({ campaign }) => campaign === chosen) ?? value?.[0];
  return (
    <>
      <Heading>{plansPage.receipts}</Heading>
      {trouble !== undefined && <p class="trouble">{trouble}</p>}
      <p class="soft">{value?.length === 0 ? plansPage.noDues : plansPage.receiptsHelp}</p>
      {value && value.length > 1 && (
        <p>
          <label>
            {plansPage.campaign}{' '}
            <select value={of?.campaign} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
              {value.map(({ campaign, name }) => (
                <option key={campaign} value={campaign}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </p>
      )}
      {of && <CampaignReceipts key={of.campaign} of={of} onSaved={set} />}
    </>
  );
}

interface Props {
  of: CampaignReceiptsAnswer;
  onSaved: (all: CampaignReceiptsAnswer[]) => void;
}

function CampaignReceipts({ of, onSaved }: Props) {
  const [key, setKey] = useState(of.dues[0]?.key);
  const [edited, setEdited] = useState<Record<string, HandedIn>>({});
  useEffect(() => setEdited({}), [of.digest]);
  const due = of.dues.find((each) => each.key === key) ?? of.dues[0];
  const entries = Object.values(edited);
  if (!due) return null;
  const entryOf = (unit: string): HandedIn =>
    edited[`${due.key} ${unit}`] ??
    of.handedIn.find((each) => each.due === due.key && each.unit === unit) ?? { due: due.key, unit };
  const change = (changed: readonly HandedIn[]) =>
    setEdited((before) => ({
      ...before,
      ...Object.fromEntries(changed.map((each) => [`${each.due} ${each.unit}`, each])),
    }));
  const save = () =>
    trying(async () => {
      const body = {
        campaign: of.campaign,
        ...(of.digest === undefined ? {} : { digest: of.digest }),
        entries,
      };
      onSaved(await ask<CampaignReceiptsAnswer[]>(PLAN_ROUTES.receipts, { method: 'PUT', body }));
      setEdited({});
      say(page.saved);
    });
  const shown = of.units.filter(({ id }) => due.asked.includes(id) || entryOf(id).received !== undefined);
  const done = shown.filter(({ id }) => entryOf(id).received !== undefined);
  return (
    <>
      <div class="item__bar">
        <button
          type="button"
          class="main"
          disabled={entries.length === 0 || of.locked !== undefined}
          onClick={save}
        >
          {page.save}
        </button>
        <button type="button" disabled={entries.length === 0} onClick={() => setEdited({})}>
          {plansPage.discard}
        </button>
        <span class="soft">{entries.length > 0 ? page.unsaved : of.file}</span>
      </div>
      {of.locked !== undefined && <p class="trouble">{of.locked}</p>}
      <p>
        <label>
          {plansPage.matter}{' '}
          <select value={due.key} onChange={({ currentTarget }) => setKey(currentTarget.value)}>
            {of.dues.map(({ key: each, title }) => (
              <option key={each} value={each}>
                {title}
              </option>
            ))}
          </select>
        </label>{' '}
        <span class="soft">
          {plansPage.dueBy(due.due)}；{plansPage.counted(done.length, shown.length)}
        </span>
      </p>
      <table class="receipts">
        <caption class="visually-hidden">{due.title}</caption>
        <thead>
          <tr>
            {[plansPage.unit, plansPage.handedIn, plansPage.receivedOn, plansPage.copies, plansPage.note].map(
              (name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((unit) => (
            <ReceiptRow
              key={unit.id}
              unit={unit}
              entry={entryOf(unit.id)}
              today={of.today}
              onChange={(entry) => change([entry])}
            />
          ))}
        </tbody>
      </table>
      <Paste
        of={of}
        due={due}
        onTake={(found) =>
          change(
            found.map(({ unit, received }) => ({
              ...entryOf(unit),
              received: received ?? entryOf(unit).received ?? of.today,
            })),
          )
        }
      />
    </>
  );
}

interface RowProps {
  unit: ReceiptUnit;
  entry: HandedIn;
  today: string;
  onChange: (entry: HandedIn) => void;
}

function ReceiptRow({ unit: { id, name }, entry, today, onChange }: RowProps) {
  const isIn = entry.received !== undefined;
  const set = (change: Partial<HandedIn>) => onChange({ ...entry, ...change });
  return (
    <tr data-receipt={id}>
      <th scope="row">{name}</th>
      <td>
        <input
          type="checkbox"
          aria-label={plansPage.ofUnit(plansPage.handedIn, name)}
          checked={isIn}
          onChange={({ currentTarget }) =>
            set(
              currentTarget.checked
                ? { received: today, copies: entry.copies ?? 1 }
                : { received: undefined, copies: undefined },
            )
          }
        />
      </td>
      <td>
        <input
          type="date"
          aria-label={plansPage.ofUnit(plansPage.receivedOn, name)}
          value={entry.received ?? ''}
          onInput={({ currentTarget }) => set({ received: currentTarget.value || undefined })}
        />
      </td>
      <td>
        <input
          type="number"
          min="0"
          aria-label={plansPage.ofUnit(plansPage.copies, name)}
          value={entry.copies ?? ''}
          onInput={({ currentTarget }) =>
            set({ copies: currentTarget.value === '' ? undefined : Number(currentTarget.value) })
          }
        />
      </td>
      <td>
        <input
          aria-label={plansPage.ofUnit(plansPage.note, name)}
          value={entry.note ?? ''}
          onInput={({ currentTarget }) => set({ note: currentTarget.value || undefined })}
        />
      </td>
    </tr>
  );
}

interface PasteProps {
  of: CampaignReceiptsAnswer;
  due: DueChoice;
  onTake: (found: PastedUnits['found']) => void;
}

/** Names pasted from a spreadsheet: those that are certain are ticked, the others are shown. */
function Paste({ of, due, onTake }: PasteProps) {
  const [text, setText] = useState('');
  const [read, setRead] = useState<PastedUnits>();
  const nameOf = (id: string) => of.units.find((unit) => unit.id === id)?.name ?? id;
  const take = () => {
    const all = pastedUnits(text, of.units);
    const found = all.found.filter(({ unit }) => due.asked.includes(unit));
    setRead(all);
    onTake(found);
    say(plansPage.pasted(found.length));
  };
  const notAsked = (read?.found ?? []).filter(({ unit }) => !due.asked.includes(unit));
  return (
    <section class="paste">
      <label>
        {plansPage.paste}
        <textarea rows={4} value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
      </label>
      <p>
        <button type="button" disabled={text.trim() === ''} onClick={take}>
          {plansPage.takePasted}
        </button>
      </p>
      {read && read.unknown.length + notAsked.length > 0 && (
        <div role="alert" data-unknown>
          <p class="trouble">{plansPage.unknownLines}</p>
          <ul>
            {read.unknown.map(({ line, candidates }, index) => (
              <li key={index}>
                {line}
                {candidates.length > 0 && ` ${plansPage.severalUnits(candidates.map(nameOf).join('、'))}`}
              </li>
            ))}
            {notAsked.map(({ unit }) => (
              <li key={unit}>{plansPage.notAsked(nameOf(unit))}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
