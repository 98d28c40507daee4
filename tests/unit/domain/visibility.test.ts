import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EDITORS_VIEW, whyHidden } from '../../../src/domain/visibility.ts';

const PUBLIC = { audience: 'public', drafts: false } as const;
const plain = { access: 'public', draft: false } as const;
const internal = { access: 'internal', draft: false } as const;
const draft = { access: 'public', draft: true } as const;
const withdrawn = { on: '2026-11-30', reason: '与新规定不一致' };

describe('what a site shows', () => {
  it('is neither internal entries nor drafts unless asked for', () => {
    assert.equal(whyHidden(plain, PUBLIC), undefined);
    assert.equal(whyHidden(internal, PUBLIC), 'internal');
    assert.equal(whyHidden(draft, PUBLIC), 'draft');
  });
  it('is internal entries for an internal audience, drafts where drafts are asked for, each by its own setting', () => {
    assert.equal(whyHidden(internal, { audience: 'internal', drafts: false }), undefined);
    assert.equal(whyHidden(draft, { audience: 'internal', drafts: false }), 'draft');
    assert.equal(whyHidden(draft, { audience: 'public', drafts: true }), undefined);
    assert.equal(
      whyHidden({ access: 'internal', draft: true }, { audience: 'public', drafts: true }),
      'internal',
    );
    assert.equal(whyHidden({ access: 'internal', draft: true }, EDITORS_VIEW), undefined);
  });
  it('is never what was withdrawn, for any audience', () => {
    assert.equal(whyHidden({ ...plain, withdrawn }, PUBLIC), 'withdrawn');
    assert.equal(whyHidden({ ...plain, withdrawn }, EDITORS_VIEW), 'withdrawn');
  });
  it('does not reveal the withdrawal of what was never public', () => {
    assert.equal(whyHidden({ ...internal, withdrawn }, PUBLIC), 'internal');
    assert.equal(whyHidden({ ...draft, withdrawn }, PUBLIC), 'draft');
    assert.equal(whyHidden({ ...internal, withdrawn }, { audience: 'internal', drafts: false }), 'withdrawn');
  });
});
