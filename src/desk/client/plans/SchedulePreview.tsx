import { useState } from 'preact/hooks';
import { plansPage } from '../../../strings/desk-plans-client.ts';
import { page } from '../../../strings/desk-client.ts';
import { PreviewFrame } from '../PreviewFrame.tsx';

type Side = 'page' | 'paper';

/** A unit's schedule as readers see it and as it is printed, once somebody asks for it. */
export function SchedulePreview({ unit, plan }: { unit: string; plan: string }) {
  const [side, setSide] = useState<Side>();
  const address = `units/${unit}/${plan}/`;
  const sides: [Side, string][] = [
    ['page', plansPage.seePage],
    ['paper', plansPage.seePaper],
  ];
  return (
    <section class="preview-part" aria-label={page.preview}>
      <p class="tabs">
        {page.preview}
        {sides.map(([name, words]) => (
          <button
            key={name}
            type="button"
            aria-pressed={side === name}
            onClick={() => setSide(side === name ? undefined : name)}
          >
            {words}
          </button>
        ))}
      </p>
      {side && <PreviewFrame path={side === 'page' ? address : `${address}print/`} />}
    </section>
  );
}
