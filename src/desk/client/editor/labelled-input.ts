/** A labelled line to write in, within the editor. */
export interface LabelledInput {
  label: HTMLLabelElement;
  input: HTMLInputElement;
}

/** Makes one; `onInput` gets what is written. */
export function labelledInput(name: string, onInput: (value: string) => void): LabelledInput {
  const label = document.createElement('label');
  const input = document.createElement('input');
  label.append(name, input);
  input.addEventListener('input', () => onInput(input.value));
  return { label, input };
}

/** Shows a value, unless it is there already: the cursor stays where it is while somebody writes. */
export function showIn({ input }: LabelledInput, value: string): void {
  if (input.value !== value) input.value = value;
}
