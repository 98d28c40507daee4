import type { ComponentChildren } from 'preact';

/** The heading of a place; it takes the focus when the place is opened. */
export function Heading({ children }: { children: ComponentChildren }) {
  return (
    <h1 tabIndex={-1} class="place">
      {children}
    </h1>
  );
}
