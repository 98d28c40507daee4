import { stampLines, stampProperties, type Stamp } from '../../domain/forms/stamp.ts';
import { todayInShanghai } from '../today.ts';

/** Writes the day of printing into every sheet's stamp and into the foot of the pages, anew before each printing. */
export function keepStamp(pack: HTMLElement): void {
  const { stampOf } = pack.dataset;
  if (stampOf === undefined) return;
  const stamp = JSON.parse(stampOf) as Stamp;
  const write = () => {
    const lines = stampLines(stamp, todayInShanghai());
    for (const [name, value] of stampProperties(lines))
      document.documentElement.style.setProperty(name, value);
    pack.querySelectorAll('[data-stamp]').forEach((foot) => {
      foot.querySelectorAll('span').forEach((line, index) => (line.textContent = lines[index] ?? ''));
    });
  };
  write();
  window.addEventListener('beforeprint', write);
}
