/** Thrown where a file must not be written: characters unexplained or a draft that would not build; the message is Chinese. */
export class ImportFailure extends Error {
  override name = 'ImportFailure';
}
