import { editsForMatches } from '../edits.ts';
import type { Rule } from './rule.ts';

/** Comments in Markdown files, which readers never see, go. */
export const htmlComments: Rule = {
  name: 'html-comments',
  title: '去掉网页注释',
  edits: (text, form) => (form === 'markdown' ? editsForMatches(text, /<!--[\s\S]*?-->/g, () => '') : []),
};
