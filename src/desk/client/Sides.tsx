import type { InboxItem, TracePiece } from '../../domain/desk/api.ts';
import { page } from '../../strings/desk-client.ts';

interface Props {
  item: InboxItem;
  onWithout: (names: string[]) => void;
}

/** The source and what was made of it side by side, every removal and addition marked, and the rules that did it. */
export function Sides({ item: { trace, rules, without }, onWithout }: Props) {
  const left = trace.filter(({ fate }) => fate !== 'inserted');
  const right = trace.filter(({ fate }) => fate !== 'removed');
  const toggle = (name: string, isOn: boolean) =>
    onWithout(isOn ? without.filter((each) => each !== name) : [...without, name]);
  const shown = [
    ...rules,
    ...without
      .filter((name) => rules.every((rule) => rule.name !== name))
      .map((name) => ({ name, title: name, count: 0 })),
  ];
  return (
    <details class="sides">
      <summary>{page.sides}</summary>
      {shown.length > 0 && (
        <fieldset>
          <legend>{page.rules}</legend>
          {shown.map(({ name, title, count }) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={!without.includes(name)}
                onChange={({ currentTarget }) => toggle(name, currentTarget.checked)}
              />
              {page.ruleCount(title, count)}
            </label>
          ))}
        </fieldset>
      )}
      <div class="sides__texts">
        <section aria-label={page.source}>
          <h3>{page.source}</h3>
          <Pieces pieces={left} />
        </section>
        <section aria-label={page.cleaned}>
          <h3>{page.cleaned}</h3>
          <Pieces pieces={right} />
        </section>
      </div>
    </details>
  );
}

function Pieces({ pieces }: { pieces: readonly TracePiece[] }) {
  return (
    <div class="sides__text">
      {pieces.map(({ text, fate, rule }, index) => {
        if (fate === 'removed')
          return (
            <del key={index} title={rule}>
              {text}
            </del>
          );
        if (fate === 'inserted')
          return (
            <ins key={index} title={rule}>
              {text}
            </ins>
          );
        return text;
      })}
    </div>
  );
}
