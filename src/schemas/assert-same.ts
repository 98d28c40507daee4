/** A type without its `readonly`s, which zod does not give, and with intersections written out. */
type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Plain<T[Key]> }
    : T;

/** No arguments where both types are the same, otherwise one that nobody can give. */
type Difference<A, B> =
  (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2
    ? []
    : [difference: never];

/**
 * Compiles only where a type of `src/domain`, written by hand because the domain knows no zod, is what a schema yields. Called once for each, beside
 * the schema; does nothing when it runs.
 */
export function assertSame<Domain, Output>(...none: Difference<Domain, Output>): void {
  void none;
}
