import { grouped } from '../fields/eq.ts';
import type { Script } from '../signs/scripts.ts';
import { scripted } from '../signs/scripts.ts';

/** What stands before the words of a part of a formula (Rich Text Format Specification 1.9, Math), and whether they are raised or lowered. */
export function mathBefore(name: string, text: () => string): { before: string; script: Script | undefined } {
  switch (name) {
    case 'mnum':
      return { before: bracketOf(text(), '('), script: undefined };
    case 'mden':
      return { before: `/${bracketOf(text(), '(')}`, script: undefined };
    case 'mrad':
      return { before: '√', script: undefined };
    case 'msup':
    case 'msub': {
      const script = name === 'msup' ? 'super' : 'sub';
      if (isScripted(text(), script)) return { before: '', script };
      return { before: (script === 'super' ? '^' : '_') + bracketOf(text(), '('), script: undefined };
    }
    case 'md':
      return { before: '(', script: undefined };
    case 'mnary':
      return { before: '∑', script: undefined };
    default:
      return { before: '', script: undefined };
  }
}

/** What stands behind them. */
export function mathBehind(name: string, text: () => string): string {
  if (name === 'md') return ')';
  if (name === 'mnum' || name === 'mden') return bracketOf(text(), ')');
  if (name === 'msup' || name === 'msub')
    return isScripted(text(), name === 'msup' ? 'super' : 'sub') ? '' : bracketOf(text(), ')');
  return '';
}

function bracketOf(words: string, bracket: string): string {
  return grouped(words.trim()) === words.trim() ? '' : bracket;
}

function isScripted(words: string, script: Script): boolean {
  const shown = scripted(words.trim(), script);
  return words.trim() !== '' && shown !== words.trim() && !shown.startsWith('^');
}
