import { useState } from 'preact/hooks';
import { ROUTES } from '../../domain/desk/api.ts';
import { page } from '../../strings/desk-client.ts';
import { write } from '../../strings/desk-write-client.ts';
import { ask } from './ask.ts';
import { useLoaded } from './use-loaded.ts';

interface Props {
  /** The address of the page below that of the site. */
  path: string;
  /** The paragraph that is being edited, from 1: the page shows it. */
  paragraph?: number | undefined;
}

const WIDTHS = { desktop: page.desktop, phone: page.phone, paper: write.paper } as const;

/** The real page of a file as it is saved, in the width of a desk, a telephone or a sheet of paper. */
export function PreviewFrame({ path, paragraph }: Props) {
  const [width, setWidth] = useState<keyof typeof WIDTHS>('desktop');
  const { value, trouble } = useLoaded(() => ask<{ address: string }>(ROUTES.preview), '');
  if (trouble !== undefined) return <p class="trouble">{trouble}</p>;
  if (!value) return <p class="soft">{page.previewOpening}</p>;
  const names = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];
  return (
    <div class="preview-pane">
      <p class="soft">
        {page.previewAfterSaving}{' '}
        {names.map((name) => (
          <button key={name} type="button" aria-pressed={width === name} onClick={() => setWidth(name)}>
            {WIDTHS[name]}
          </button>
        ))}
      </p>
      <iframe
        class={`preview preview--${width}`}
        title={page.preview}
        src={`${value.address}${path}${paragraph === undefined ? '' : `#p${paragraph}`}`}
        sandbox="allow-scripts allow-same-origin"
      />
    </div>
  );
}
