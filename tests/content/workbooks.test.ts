import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readSheet } from 'read-excel-file/node';
import { demoSite } from '../support/demo-site.ts';

describe('the schedules of the demo site as workbooks', async () => {
  const site = await demoSite();
  const pages = (await site.files()).filter((file) => /^units\/[^/]+\/[^/]+\/index\.html$/.test(file));

  it('are linked from every schedule page and hold every session of it, under the names of the columns', async () => {
    assert.ok(pages.length > 0);
    for (const page of pages) {
      const html = await site.read(`/${page}`);
      const address = page.replace('/index.html', '.xlsx');
      assert.match(html, new RegExp(`href="/${address}"[^>]*>\\s*下载 Excel 表格`), page);
      const rows = await readSheet(await readFile(join(site.folder, address)));
      const head = rows.findIndex(([first]) => first === '序号');
      const numbered = rows.slice(head + 1).filter(([first]) => typeof first === 'number');
      assert.equal(numbered.length, [...html.matchAll(/data-session="/g)].length, address);
    }
  });
});
