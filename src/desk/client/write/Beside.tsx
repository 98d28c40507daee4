import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { EditorView } from 'prosemirror-view';
import { write } from '../../../strings/desk-write-client.ts';
import { elementOf } from '../editor/places.ts';

/** Something to be read beside a block of the text. */
export interface Note {
  key: string;
  /** Which of the blocks that were read it is about. */
  block: number;
  content: ComponentChildren;
}

interface Props {
  view: EditorView;
  notes: readonly Note[];
}

const GAP = 8;

/** Notes in the margin of a text, each at the height of its block, or below the note before where they would meet. */
export function Beside({ view, notes }: Props) {
  const aside = useRef<HTMLElement>(null);
  const [tops, setTops] = useState<number[]>([]);
  const lay = () => {
    const place = aside.current;
    if (!place) return;
    const from = place.getBoundingClientRect().top;
    let least = 0;
    const laid = notes.map(({ block }, index) => {
      const wanted = (elementOf(view, block)?.getBoundingClientRect().top ?? from) - from;
      const top = Math.max(least, wanted);
      least = top + ((place.children[index] as HTMLElement | undefined)?.offsetHeight ?? 0) + GAP;
      return top;
    });
    setTops((last) => (last.join() === laid.join() ? last : laid));
  };
  useLayoutEffect(lay);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(lay);
    watch.observe(view.dom);
    if (aside.current) watch.observe(aside.current);
    return () => watch.disconnect();
  });
  return (
    <aside ref={aside} class="beside" aria-label={write.beside}>
      {notes.map(({ key, content }, index) => (
        <section key={key} class="beside__note" style={{ '--top': `${tops[index] ?? 0}px` }}>
          {content}
        </section>
      ))}
    </aside>
  );
}
