import { it } from 'node:test';
import { succeeds } from '../support/npm.ts';

it('the code has no fault that the type checker finds', () => succeeds('typecheck'));
