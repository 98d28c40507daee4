import { Fragment, jsx } from 'astro/jsx-runtime';
import type { Root } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import Figure from './Figure.astro';
import Formula from './Formula.astro';
import Note from './Note.astro';
import Quote from './Quote.astro';
import Ref from './Ref.astro';

const COMPONENTS: Record<string, unknown> = { Figure, Formula, Note, Quote, Ref };

/** Looks component names up; there is nothing else to evaluate, since the gate refuses every expression. */
function createEvaluater() {
  return {
    evaluateExpression: (node: { type: string; name?: string }) => COMPONENTS[node.name ?? ''],
    evaluateProgram: () => undefined,
  };
}

/** A component that renders a page tree, with the author components in their places; the MDX integration renders it. */
export function withComponents(tree: Root) {
  return () =>
    toJsxRuntime(tree, {
      Fragment,
      jsx,
      jsxs: jsx,
      passKeys: false,
      elementAttributeNameCase: 'html',
      stylePropertyNameCase: 'css',
      createEvaluater,
    });
}
