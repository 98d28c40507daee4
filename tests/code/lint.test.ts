import { it } from 'node:test';
import { succeeds } from '../support/npm.ts';

it('the code has no fault that ESLint or Prettier finds', () => succeeds('lint'));
