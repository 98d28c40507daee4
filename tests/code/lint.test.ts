import assert from 'node:assert/strict';
import { it } from 'node:test';
import { npmScript } from '../support/command.ts';

it('the code has no fault that ESLint or Prettier finds', async () => {
  const { code, said } = await npmScript('lint').ended;
  assert.equal(code, 0, said);
});
