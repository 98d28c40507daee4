import { useState } from 'preact/hooks';
import { ROUTES, type InboxItem, type ItemCard } from '../../../domain/desk/api.ts';
import type { InboxTable, PlanPreview, TableDecision } from '../../../domain/desk/bring-in.ts';
import { bringIn } from '../../../strings/desk-bring-in-client.ts';
import { page } from '../../../strings/desk-client.ts';
import { ask } from '../ask.ts';
import { say, trying } from '../said.tsx';

interface Props {
  item: InboxItem;
  items: readonly ItemCard[];
  onChanged: () => void;
}

/** The tables of a workbook: what each would write, the dates that a plan gives, what a register has otherwise; all are accepted at once. */
export function Tables({ item, items, onChanged }: Props) {
  const tables = item.tables ?? [];
  const [decisions, setDecisions] = useState(() => tables.map((table, index) => firstDecision(table, index)));
  const set = (index: number) => (change: Partial<TableDecision>) =>
    setDecisions((last) => last.map((each) => (each.index === index ? { ...each, ...change } : each)));
  const isNothing = tables.every(
    ({ files }, index) => files.length === 0 && decisions[index]?.isUpdate !== true,
  );
  const accept = () =>
    trying(async () => {
      await ask(ROUTES.accept, {
        method: 'POST',
        body: { id: item.id, articles: [], tables: decisions },
      });
      say(page.accepted(item.name));
      onChanged();
    });
  return (
    <>
      {tables.map((table, index) => (
        <Table
          key={index}
          table={table}
          items={items}
          decision={decisions[index] ?? firstDecision(table, index)}
          onDecide={set(index)}
        />
      ))}
      {isNothing && <p class="soft">{bringIn.same}</p>}
      <button type="button" class="main" disabled={isNothing} onClick={accept}>
        {bringIn.acceptTables}
      </button>
    </>
  );
}

/** The unit that a table was made for follows its plan unless somebody says no. */
function firstDecision({ plan }: InboxTable, index: number): TableDecision {
  const units = (plan?.units ?? []).filter(({ isOwn }) => isOwn).map(({ id }) => id);
  return { index, units, sessions: [], isUpdate: false };
}

interface TableProps {
  table: InboxTable;
  items: readonly ItemCard[];
  decision: TableDecision;
  onDecide: (change: Partial<TableDecision>) => void;
}

function Table({ table: { kind, files, doubts, plan, update }, items, decision, onDecide }: TableProps) {
  return (
    <section class="table-read" data-table={kind}>
      <h3>{kind}</h3>
      {files.length > 0 && <p class="soft">{bringIn.willWrite(files)}</p>}
      {doubts.length > 0 && (
        <ul>
          {doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      )}
      {plan && <PlanDates plan={plan} items={items} decision={decision} onDecide={onDecide} />}
      {update && (
        <>
          <h4>{bringIn.differences(update.file)}</h4>
          <ul>
            {update.differences.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <label>
            <input
              type="checkbox"
              checked={decision.isUpdate}
              onChange={({ currentTarget }) => onDecide({ isUpdate: currentTarget.checked })}
            />{' '}
            {bringIn.update(update.file)}
            {update.asOf !== undefined && <span class="soft"> {bringIn.updateAsOf(update.asOf)}</span>}
          </label>
        </>
      )}
    </section>
  );
}

interface PlanProps {
  plan: PlanPreview;
  items: readonly ItemCard[];
  decision: TableDecision;
  onDecide: (change: Partial<TableDecision>) => void;
}

const LIBRARY = ['texts', 'speeches', 'articles'];

/** A row a session, a column a unit; what the table does not say can be chosen, and the units that follow the plan are ticked. */
function PlanDates({ plan: { title, sessions, units }, items, decision, onDecide }: PlanProps) {
  const toggle = (id: string, isOn: boolean) =>
    onDecide({ units: isOn ? [...decision.units, id] : decision.units.filter((each) => each !== id) });
  const choiceOf = (id: string) => decision.sessions.find((each) => each.id === id);
  const choose = (id: string, change: { on?: string | undefined; readings?: string[] }) => {
    const { on, readings } = { ...choiceOf(id), ...change };
    const chosen = { id, ...(on ? { on } : {}), ...(readings?.length ? { readings } : {}) };
    onDecide({ sessions: [...decision.sessions.filter((each) => each.id !== id), chosen] });
  };
  const entries = items.filter(({ collection }) => LIBRARY.includes(collection));
  return (
    <div class="plan-dates">
      <table>
        <caption>{bringIn.dates(title)}</caption>
        <thead>
          <tr>
            <th scope="col">{bringIn.session}</th>
            <th scope="col">{bringIn.rule}</th>
            {units.map(({ id, name, isOwn }) => (
              <th key={id} scope="col">
                <label>
                  <input
                    type="checkbox"
                    aria-label={bringIn.follows(name)}
                    checked={decision.units.includes(id)}
                    onChange={({ currentTarget }) => toggle(id, currentTarget.checked)}
                  />{' '}
                  {name}
                  {isOwn && <span class="soft">{bringIn.own}</span>}
                </label>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, title: name, when, unmatched }, row) => (
            <tr key={id} data-read-session={id}>
              <th scope="row">
                {name}
                {unmatched.map((words, place) => (
                  <label key={words} class="plan-dates__pick">
                    {words}
                    <select
                      onChange={({ currentTarget }) => {
                        const readings = [...(choiceOf(id)?.readings ?? [])];
                        readings[place] = currentTarget.value;
                        choose(id, { readings: readings.filter(Boolean) });
                      }}
                    >
                      <option value="">{bringIn.keepWords}</option>
                      {entries.map((entry) => (
                        <option key={entry.file} value={`${entry.collection}/${entry.id}`}>
                          {entry.title}
                        </option>
                      ))}
                    </select>
                    <span class="help">{bringIn.unmatchedHelp}</span>
                  </label>
                ))}
              </th>
              <td>
                {when ?? (
                  <label>
                    {bringIn.noTime}
                    <input
                      type="date"
                      value={choiceOf(id)?.on ?? ''}
                      onInput={({ currentTarget }) => choose(id, { on: currentTarget.value })}
                    />
                    <span class="help">{bringIn.noTimeHelp}</span>
                  </label>
                )}
              </td>
              {units.map(({ id: unit, days }) => (
                <td key={unit} class={days[row]?.isOpen === true ? 'soft' : undefined}>
                  {choiceOf(id)?.on ?? days[row]?.words}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
