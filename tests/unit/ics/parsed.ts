import assert from 'node:assert/strict';
import ICAL from 'ical.js';

/** Parses a calendar file as a phone would; times are read by the file's own VTIMEZONE only. */
export function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
  assert.equal(zone.tzid, 'Asia/Shanghai');
  const events = calendar.getAllSubcomponents('vevent');
  return { calendar, events };
}

/** `2026-09-18T06:30:00Z` for a time of an event, or `2026-09-18` for an all-day one. */
export function instant(event: InstanceType<typeof ICAL.Component>, name: 'dtstart' | 'dtend'): string {
  const time = event.getFirstPropertyValue(name) as InstanceType<typeof ICAL.Time>;
  return time.isDate ? time.toString() : time.convertToZone(ICAL.Timezone.utcTimezone).toString();
}

/** Asserts what RFC 5545 wants of every line: CRLF, at most 75 octets, whole UTF-8 characters, no control characters. */
export function assertLines(text: string): void {
  assert.ok(text.endsWith('\r\n'));
  const bytes = Buffer.from(text, 'utf8');
  const lines = splitAtCrLf(bytes);
  for (const line of lines) {
    assert.ok(line.length <= 75, `${line.length} octets: ${line.toString()}`);
    const content = new TextDecoder('utf-8', { fatal: true }).decode(line);
    assert.doesNotMatch(content, /[^\P{Cc}\t]/u);
  }
}

function splitAtCrLf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf('\r\n', start);
    lines.push(bytes.subarray(start, end));
    start = end + 2;
  }
  return lines;
}
