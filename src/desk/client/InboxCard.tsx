import { useEffect, useState } from 'preact/hooks';
import {
  ROUTES,
  type FieldValues,
  type FormField,
  type InboxArticle,
  type InboxItem,
  type ItemCard,
  type KindForm,
} from '../../domain/desk/api.ts';
import { changedFields } from '../../domain/desk/form-values.ts';
import { bringIn } from '../../strings/desk-bring-in-client.ts';
import { page } from '../../strings/desk-client.ts';
import { ask } from './ask.ts';
import { Tables } from './bring-in/Tables.tsx';
import { Field } from './FieldForm.tsx';
import { addressOf } from './route.ts';
import { say, trying } from './said.tsx';
import { Sides } from './Sides.tsx';
import { useLoaded } from './use-loaded.ts';

interface Props {
  item: InboxItem;
  /** What the content holds already. */
  items: readonly ItemCard[];
  /** Whether it is among those to be accepted together; nothing where that cannot be. */
  isChosen: boolean | undefined;
  onChoose: (isOn: boolean) => void;
  /** Told of what a person has changed in an article. */
  onFields: (index: number, fields: FieldValues) => void;
  onChanged: () => void;
}

/** One file that was brought in: what it is taken for and why, the least certain first, with the words that each rests on. */
export function InboxCard({ item, items, isChosen, onChoose, onFields, onChanged }: Props) {
  const { id, name, state, articles, without } = item;
  const reread = (change: { kind?: string; without?: string[] }) =>
    trying(async () => {
      await ask(ROUTES.inboxItem, { method: 'PUT', body: { id, without, ...change } });
      onChanged();
    });
  const drop = () =>
    trying(async () => {
      await ask(ROUTES.inboxItem, { method: 'DELETE', body: { id } });
      onChanged();
    });
  return (
    <article class="card" data-card={name} data-state={state} aria-label={name}>
      <header>
        {isChosen !== undefined && (
          <input
            type="checkbox"
            aria-label={bringIn.choose(name)}
            checked={isChosen}
            onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
          />
        )}
        <h2>{name}</h2>
        <span class="notice">{page.states[state]}</span>
        <button type="button" onClick={drop} aria-label={`${page.drop} ${name}`}>
          {page.drop}
        </button>
      </header>
      {item.refused !== undefined && <p class="trouble">{item.refused}</p>}
      {item.asked.length > 0 && <List title={page.asked} lines={item.asked} />}
      {state === 'read' &&
        articles.map((article, index) => (
          <Article
            // Read anew, it is another.
            key={`${index} ${article.kind} ${without.join()}`}
            item={item}
            index={index}
            article={article}
            onKind={(kind) => reread({ kind })}
            onFields={(fields) => onFields(index, fields)}
            onChanged={onChanged}
          />
        ))}
      {item.tables && state === 'read' && (
        <Tables key={without.join()} item={item} items={items} onChanged={onChanged} />
      )}
      {item.report !== undefined && (
        <details>
          <summary>{bringIn.report}</summary>
          <pre class="report">{item.report}</pre>
        </details>
      )}
      {state === 'done' &&
        articles.map(({ file, title }) => (
          <p key={file}>
            <a href={addressOf({ place: 'item', file: file ?? '' })}>{title}</a>
          </p>
        ))}
      {state === 'read' && item.trace.length > 0 && (
        <Sides item={item} onWithout={(names) => reread({ without: names })} />
      )}
    </article>
  );
}

function List({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

interface ArticleProps {
  item: InboxItem;
  index: number;
  article: InboxArticle;
  onKind: (kind: string) => void;
  onFields: (fields: FieldValues) => void;
  onChanged: () => void;
}

function Article({ item, index, article, onKind, onFields, onChanged }: ArticleProps) {
  const [values, setValues] = useState<FieldValues>(article.fields);
  const { value: form } = useLoaded(
    () => ask<KindForm>(ROUTES.kind, { query: { collection: article.kind } }),
    article.kind,
  );
  useEffect(() => onFields(changedFields(article.fields, values)), [values]);
  const accept = (asDraft: boolean) =>
    trying(async () => {
      const fields = changedFields(article.fields, values);
      await ask(ROUTES.accept, {
        method: 'POST',
        body: { id: item.id, articles: [{ index, fields, asDraft }] },
      });
      say(page.accepted(String(values.title ?? article.title)));
      onChanged();
    });
  if (article.file !== undefined)
    return (
      <p>
        <a href={addressOf({ place: 'item', file: article.file })}>{article.title}</a>
      </p>
    );
  const read = readFields(article, form?.fields ?? []);
  const others = (form?.fields ?? []).filter(
    ({ name }) => !HIDDEN.includes(name) && read.every(({ field }) => field.name !== name),
  );
  const set = (name: string) => (value: unknown) => setValues((last) => ({ ...last, [name]: value }));
  return (
    <section class="article" data-article={index}>
      {item.articles.length > 1 && <h3>{page.part(index + 1, item.articles.length)}</h3>}
      <KindChoice article={article} onKind={onKind} />
      <ul class="read">
        {read.map(({ field, evidence, confidence }) => (
          <li key={field.name} data-confidence={confidence}>
            <Field field={field} value={values[field.name]} items={[]} onChange={set(field.name)} />
            <p class="evidence">
              <span class={`sure sure--${confidence === '高' ? 'high' : 'low'}`}>
                {page.confidence(confidence)}
              </span>{' '}
              {page.evidence(evidence)}
            </p>
          </li>
        ))}
      </ul>
      <details>
        <summary>{page.otherFields}</summary>
        {others.map((field) => (
          <Field
            key={field.name}
            field={field}
            value={values[field.name]}
            items={[]}
            onChange={set(field.name)}
          />
        ))}
      </details>
      {article.doubts.length > 0 && <List title={page.doubtsHere} lines={article.doubts} />}
      <p>
        <button type="button" class="main" onClick={() => accept(false)}>
          {page.accept}
        </button>{' '}
        <button type="button" onClick={() => accept(true)}>
          {page.acceptAsDraft}
        </button>
      </p>
    </section>
  );
}

/** Decided by how it is accepted. */
const HIDDEN = ['draft'];

function KindChoice({ article, onKind }: { article: InboxArticle; onKind: (kind: string) => void }) {
  const kind = article.read.find(({ field }) => field === 'kind');
  return (
    <div class="field" data-field="kind" data-confidence={kind?.confidence}>
      <label>
        {page.kind}{' '}
        <select value={article.kind} onChange={({ currentTarget }) => onKind(currentTarget.value)}>
          {Object.entries(page.kinds).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {kind && (
        <p class="evidence">
          <span class={`sure sure--${kind.confidence === '高' ? 'high' : 'low'}`}>
            {page.confidence(kind.confidence)}
          </span>{' '}
          {page.evidence(kind.evidence)}
        </p>
      )}
    </div>
  );
}

/** What the import read, each with the field of the form that it belongs to; what stands within 来源 is told there. */
function readFields({ read }: InboxArticle, fields: readonly FormField[]) {
  return read.flatMap(({ field: name, evidence, confidence }) => {
    const field = fields.find((each) => each.name === name);
    return field ? [{ field, evidence, confidence }] : [];
  });
}
