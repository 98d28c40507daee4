import { useState } from 'preact/hooks';
import { ROUTES } from '../../domain/desk/api.ts';
import { page } from '../../strings/desk-client.ts';
import { ask } from './ask.ts';
import { useLoaded } from './use-loaded.ts';

/** The real page of a file as it is saved, in the width of a telephone or a desk. */
export function PreviewFrame({ path, version }: { path: string; version: string }) {
  const [width, setWidth] = useState<'phone' | 'desktop'>('desktop');
  const { value, trouble } = useLoaded(() => ask<{ address: string }>(ROUTES.preview), '');
  if (trouble !== undefined) return <p class="trouble">{trouble}</p>;
  if (!value) return <p class="soft">{page.previewOpening}</p>;
  return (
    <>
      <p class="soft">
        {page.previewAfterSaving}{' '}
        {(['phone', 'desktop'] as const).map((name) => (
          <button key={name} type="button" aria-pressed={width === name} onClick={() => setWidth(name)}>
            {page[name]}
          </button>
        ))}
      </p>
      <iframe
        key={version}
        class={`preview preview--${width}`}
        title={page.preview}
        src={value.address + path}
        sandbox="allow-scripts allow-same-origin"
      />
    </>
  );
}
