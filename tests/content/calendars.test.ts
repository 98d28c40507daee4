import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import ICAL from 'ical.js';
import { demoSite } from '../support/demo-site.ts';

async function calendars(): Promise<[name: string, text: string][]> {
  const site = await demoSite();
  const names = (await site.files()).filter((file) => file.endsWith('.ics'));
  return Promise.all(names.map(async (name) => [name, await readFile(join(site.folder, name), 'utf8')] as const)) as Promise<
    [string, string][]
  >;
}

describe('the calendar files of the demo office', () => {
  test('stand at the addresses of units and of their plans', async () => {
    const names = (await calendars()).map(([name]) => name);
    assert.ok(names.includes('units/blood-center.ics'));
    assert.ok(names.includes('units/blood-center/conduct-2026.ics'));
  });

  test('parse without complaint, with CRLF and no line over 75 octets', async () => {
    for (const [name, text] of await calendars()) {
      assert.ok(new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').length >= 0, name);
      assert.equal(text.replaceAll('\r\n', '').includes('\n'), false, name);
      for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, `${name}: ${line}`);
    }
  });

  test('give a session its hour in Shanghai, and a deadline the whole day', async () => {
    const text = (await calendars()).find(([name]) => name === 'units/blood-center/conduct-2026.ics')?.[1] ?? '';
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    const session = events.find(({ uid }) => uid === 'blood-center-conduct-2026-s3@zhixing');
    assert.equal(session?.startDate.toString(), '2026-10-08T14:30:00');
    assert.equal(session?.startDate.zone?.tzid, 'Asia/Shanghai');
    const deadline = events.find(({ summary }) => summary.startsWith('报送截止'));
    assert.equal(deadline?.startDate.isDate, true);
  });
});
