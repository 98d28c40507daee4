import type { Root } from 'mdast';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { mdx } from 'micromark-extension-mdx';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { isPlainText, parsePlainText } from './plain.ts';

/**
 * Chinese paragraphs are often indented by four spaces, which CommonMark reads as code.
 * The reference CommonMark rule stays available as a fenced block.
 */
function withoutIndentedCode(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({ disable: { null: ['codeIndented'] } });
}

/** MDX syntax without a JavaScript parser: expressions are only balanced braces here, so that they can be refused by name. */
function mdxSyntax(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(mdx());
  (data.fromMarkdownExtensions ??= []).push(mdxFromMarkdown());
}

const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .use(withoutIndentedCode);

const parsers = { md: markdown.freeze(), mdx: markdown().use(mdxSyntax).freeze() };

/**
 * Parses a body into a Markdown tree with positions counted from the body's first line; running text, as most bodies are, needs no parser
 * and has no positions. Throws a VFileMessage with a place where MDX syntax is broken; plain Markdown never throws.
 */
export function parseMarkdown(body: string, isMdx: boolean): Root {
  return isPlainText(body, isMdx) ? parsePlainText(body) : parseInFull(body, isMdx);
}

/** The same, always with the parser. */
export function parseInFull(body: string, isMdx: boolean): Root {
  return (isMdx ? parsers.mdx : parsers.md).parse(body);
}
