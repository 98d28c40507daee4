import assert from 'node:assert/strict';
import { it } from 'node:test';
import { npmScript } from '../support/command.ts';

it('the code has no fault that the type checker finds', async () => {
  const { code, said } = await npmScript('typecheck').ended;
  assert.equal(code, 0, said);
});
