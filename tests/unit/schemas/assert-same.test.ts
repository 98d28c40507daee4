import { test } from 'node:test';
import { assertSame } from '../../../src/schemas/assert-same.ts';

test('a type of the domain compiles only where it is what its schema yields', () => {
  interface Written {
    name: string;
    days?: string[] | undefined;
  }
  assertSame<{ name: string; days?: readonly string[] | undefined }, Written>();
  assertSame<{ name: string } & { days?: string[] }, Written>();
  // @ts-expect-error a field that the schema has not
  assertSame<{ name: string; days?: string[]; place?: string }, Written>();
  // @ts-expect-error a field too few
  assertSame<{ name: string }, Written>();
  // @ts-expect-error a field that is not optional
  assertSame<{ name: string; days: string[] }, Written>();
  // @ts-expect-error another type further in
  assertSame<{ name: string; days?: number[] }, Written>();
  // @ts-expect-error one form of two
  assertSame<'a', 'a' | 'b'>();
});
