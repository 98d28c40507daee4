/** A field whose end has come. */
export interface EndedField {
  instruction: string;
  /** Whether the file holds words that the field shows. */
  hasResult: boolean;
  isChecked: boolean;
}

interface OpenField extends EndedField {
  isResult: boolean;
}

/** The fields that are open, innermost last; a field may span paragraphs. */
export class OpenFields {
  readonly #open: OpenField[] = [];

  begin(isChecked: boolean): void {
    this.#open.push({ instruction: '', isResult: false, hasResult: false, isChecked });
  }

  /** Adds to the code of the innermost field. Whether there is one that takes it. */
  instruct(words: string): boolean {
    const field = this.#open.at(-1);
    if (!field || field.isResult) return false;
    field.instruction += words;
    return true;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field) field.isResult = true;
  }

  end(): EndedField | undefined {
    return this.#open.pop();
  }

  /** Words are met: they are the result of every field whose result is open. */
  meetWords(words: string): void {
    if (words.trim() === '') return;
    for (const field of this.#open) if (field.isResult) field.hasResult = true;
  }

  /** Whether words belong to the code of a field, which nobody sees. */
  get isInInstruction(): boolean {
    return this.#open.some(({ isResult }) => !isResult);
  }

  /** Whether words are lines of an automatic table of contents or index. */
  get isInContents(): boolean {
    return this.#open.some(
      ({ instruction, isResult }) => isResult && /^\s*(?:TOC|INDEX)\b/.test(instruction),
    );
  }
}
