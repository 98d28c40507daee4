/** Lets the reader say whether papers will be sealed, which moves the signature. */
export function offerSeal(pack: HTMLElement): void {
  const box = pack.querySelector<HTMLInputElement>('[data-choose-seal]');
  box?.addEventListener('change', () => pack.classList.toggle('is-sealed', box.checked));
}
