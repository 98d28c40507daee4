/** A Markdown file cut into its front matter and its body. */
export interface Split {
  /** The YAML between the fences, or `undefined` where the file does not begin with one. */
  matter: string | undefined;
  body: string;
  /** The file's line on which `body` begins, counted from 1. */
  bodyLine: number;
}

const FENCED = /^---[ \t]*\n(?<matter>[\s\S]*?)(?<=\n)---[ \t]*(?:\n|$)/;

/** Cuts text with Unix line ends at its front matter. An opened fence that never closes counts as no front matter. */
export function splitFrontMatter(text: string): Split {
  const match = FENCED.exec(text);
  if (!match?.groups) return { matter: undefined, body: text, bodyLine: 1 };
  const head = match[0];
  return {
    matter: match.groups.matter ?? '',
    body: text.slice(head.length),
    bodyLine: head.split('\n').length,
  };
}
