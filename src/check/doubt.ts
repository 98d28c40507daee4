import type { Answerable } from '../domain/doubts/settled.ts';
import type { Fault } from '../source/fault.ts';

/** Something in the content that does not add up: where, what, and what to do about it (in Chinese). It stops nothing. */
export interface Doubt extends Fault, Answerable {}
