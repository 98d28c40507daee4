import type { Element, Root as HastRoot, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Link, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { underBase } from './addresses.ts';

const MDX_NODES = ['mdxJsxFlowElement', 'mdxJsxTextElement'] as const;

const toHast = unified()
  .use(remarkRehype, {
    passThrough: [...MDX_NODES],
    clobberPrefix: 'note-',
    footnoteLabel: '注释',
    footnoteBackLabel: (index) => `回到正文注 ${index + 1}`,
  })
  .freeze();

/**
 * The page tree of a tidied and anchored body, its addresses under the base path (`/` or `/study/`). Components stay in it as MDX nodes,
 * their anchor among their attributes. `isPlain` says that there is neither component nor link to look for.
 */
export function toPageTree(tree: Root, basePath: string, isPlain: boolean): HastRoot {
  if (isPlain) return toHast.runSync(tree) as HastRoot;
  visit(tree, [...MDX_NODES], (node) => {
    const element = node as MdxJsxFlowElement | MdxJsxTextElement;
    const id = (element.data as { hProperties?: { id?: string } } | undefined)?.hProperties?.id;
    if (id) element.attributes.push({ type: 'mdxJsxAttribute', name: 'anchor', value: id });
  });
  visit(tree, ['link', 'definition', 'image'], (node) => {
    const addressed = node as Link;
    addressed.url = underBase(addressed.url, basePath);
  });
  const page = toHast.runSync(tree) as HastRoot;
  let tables = 0;
  visit(page, 'element', (node, index, parent) => {
    const { properties } = node;
    if (properties.align !== undefined) {
      properties.className = [`align-${String(properties.align)}`];
      delete properties.align;
    }
    if (node.tagName !== 'table' || !parent || index === undefined) return undefined;
    tables += 1;
    parent.children[index] = scrollBox(node, tables);
    return index + 1;
  });
  return page;
}

/** A wide table scrolls within itself, by keys as well: a script takes it out of the Tab order where it fits. */
function scrollBox(table: Element, number: number): Element {
  const properties = { className: ['scroll'], ariaLabel: `表格 ${number}`, tabIndex: 0 };
  return { type: 'element', tagName: 'section', properties, children: [table] };
}

/** Whether a page tree holds components, which only a page template can render. */
export function hasComponents(node: HastRoot | RootContent): boolean {
  if ((MDX_NODES as readonly string[]).includes(node.type)) return true;
  return 'children' in node && node.children.some(hasComponents);
}

/** HTML of a page tree without components, and without the line ends between its blocks: they weigh and show nothing. */
export function toPageHtml(tree: HastRoot): string {
  const blocks = tree.children.filter((node) => node.type !== 'text' || node.value !== '\n');
  return toHtml({ ...tree, children: blocks }, { characterReferences: { useNamedReferences: true } });
}
