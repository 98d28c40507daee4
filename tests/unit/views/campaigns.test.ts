import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolveSite } from '../../../src/site/resolve-site.ts';
import { readContent } from '../../../src/source/read-content.ts';
import { campaignPages } from '../../../src/views/campaigns.ts';
import { entryFile, writeContent } from '../../support/site.ts';

describe('The page of a campaign', () => {
  it('leads from its basis to entries that there are, and to no others: `dev` shows content that is at fault', async () => {
    const content = await readContent(
      await writeContent({
        'campaigns/study.yaml':
          'name: 大讨论\norganiser: 委\nbasis: [{ title: 甲, entry: texts/there }, { title: 乙, entry: texts/nowhere }, { title: 丙, entry: texts/there#p1 }, { title: 丁 }]\n',
        'texts/there.md': entryFile('正文。'),
      }),
    );
    const [page] = await campaignPages.pages(resolveSite(content, { audience: 'public', drafts: false }));
    assert.deepEqual(
      page?.props.campaign.basis?.map(({ title, entry }) => [title, entry]),
      [
        ['甲', 'texts/there'],
        ['乙', undefined],
        ['丙', undefined],
        ['丁', undefined],
      ],
    );
  });
});
