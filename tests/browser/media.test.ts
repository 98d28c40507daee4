import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { outgoing } from '../../src/media/outgoing.ts';
import { useBrowser } from '../support/browser.ts';
import { HOSTILE_DRAWINGS } from '../support/hostile.ts';
import * as made from '../support/pictures.ts';

/** A picture as a browser shows it: its size, and the colour of each pixel. */
interface Shown {
  size: string;
  pixels: number[];
}

/** What a browser shows of bytes that it takes for pictures of a type. */
async function shownIn(page: Page, type: string, bytes: Uint8Array): Promise<Shown> {
  return page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const { naturalWidth: width, naturalHeight: height } = image;
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const paper = canvas.getContext('2d')!;
      paper.drawImage(image, 0, 0);
      return { size: `${width} ${height}`, pixels: [...paper.getImageData(0, 0, width, height).data] };
    },
    `data:${type};base64,${Buffer.from(bytes).toString('base64')}`,
  );
}

/** A picture of 6 by 4 pixels in many colours, as the browser itself writes it. */
async function writtenBy(page: Page, type: string): Promise<Buffer> {
  const address = await page.evaluate((asked) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 6, height: 4 });
    const paper = canvas.getContext('2d')!;
    for (let at = 0; at < 24; at += 1) {
      paper.fillStyle = `hsl(${at * 15} 80% ${30 + at}%)`;
      paper.fillRect(at % 6, Math.floor(at / 6), 1, 1);
    }
    return canvas.toDataURL(asked);
  }, type);
  assert.ok(address.startsWith(`data:${type};`), address.slice(0, 30));
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

/** What a browser wrote with all that a picture can tell put into it, and turned. */
function telling(type: string, bytes: Buffer, orientation: number): Buffer {
  if (type === 'image/jpeg')
    return made.joined(
      bytes.subarray(0, 20),
      made.tellingSegments(orientation),
      bytes.subarray(20),
      made.SECRET,
    );
  if (type === 'image/png')
    return made.joined(
      bytes.subarray(0, 33),
      made.tellingChunks(orientation),
      bytes.subarray(33),
      made.SECRET,
    );
  // A WebP begins with its size where it tells more than pixels.
  const pixels = bytes.subarray(12);
  const size = made.riffChunk('VP8X', '\x0c\0\0\0\x05\0\0\x03\0\0');
  const parts = pixels.toString('latin1', 0, 4) === 'VP8X' ? [pixels] : [size, pixels];
  return made.joined(
    made.riff(...parts, made.riffChunk('EXIF', made.exif(orientation)), made.riffChunk('XMP ', made.XMP)),
    made.SECRET,
  );
}

describe('in a browser, a picture as it is published', () => {
  const { newPage } = useBrowser();

  for (const type of ['image/jpeg', 'image/png', 'image/webp']) {
    it(`shows each pixel as before, turned as before (${type})`, async () => {
      const page = await newPage();
      const written = await writtenBy(page, type);
      for (const orientation of [1, 3, 6, 8]) {
        const before = telling(type, written, orientation);
        const after = outgoing(`a.${type.slice('image/'.length)}`, before).bytes;
        assert.ok(before.includes(made.SECRET) && !Buffer.from(after).includes(made.SECRET));
        const shown = await shownIn(page, type, after);
        assert.deepEqual(shown, await shownIn(page, type, before), `orientation ${orientation}`);
        if (type === 'image/jpeg') assert.equal(shown.size, orientation < 5 ? '6 4' : '4 6');
      }
    });
  }

  it('shows each pixel as before (image/gif)', async () => {
    const page = await newPage();
    const before = made.gif(made.GIF_LOOP + made.TELLING_BLOCKS, made.SECRET);
    const shown = await shownIn(page, 'image/gif', outgoing('a.gif', before).bytes);
    assert.deepEqual(shown, { size: '1 1', pixels: [255, 0, 0, 255] });
    assert.deepEqual(shown, await shownIn(page, 'image/gif', before));
  });

  it('shows each pixel as before (image/avif)', async () => {
    const page = await newPage();
    const before = made.joined(Buffer.from(AVIF, 'base64'), made.SECRET);
    const after = outgoing('a.avif', before).bytes;
    assert.ok(before.includes('Zhang') && !Buffer.from(after).includes('Zhang'));
    const shown = await shownIn(page, 'image/avif', after);
    assert.equal(shown.size, '8 8');
    assert.deepEqual(shown, await shownIn(page, 'image/avif', before));
  });

  it('shows each pixel as before (image/svg+xml)', async () => {
    const page = await newPage();
    const before = `<?xml version="1.0"?><!-- x --><s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink" width="8" height="8">
      <s:metadata>x</s:metadata><s:script>x</s:script><s:style>/* x */ @import "x.css"; .a > .b, .b { fill: url("#c") }</s:style>
      <s:defs><s:linearGradient id="c"><s:stop stop-color="#a84"/><s:stop offset="1" stop-color="#03c"/></s:linearGradient><s:rect id="d" width="3" height="3"/></s:defs>
      <s:rect class="b" width="8" height="5" onclick="x"/><s:use l:href="#d" y="5" style="fill: rgb(9 200 40)"/>
      <s:circle cx="6" cy="6" r="1"/>
      <s:image l:href="data:image/png;base64,${made.png(made.tellingChunks()).toString('base64')}" x="3" y="6"/></s:svg>`;
    const shown = await shownIn(page, 'image/svg+xml', outgoing('a.svg', Buffer.from(before)).bytes);
    assert.ok(new Set(shown.pixels).size > 8, 'it shows many colours');
    assert.deepEqual(shown, await shownIn(page, 'image/svg+xml', Buffer.from(before)));
  });

  it('runs nothing and asks for nothing when it is opened by its own address', async () => {
    const page = await newPage();
    const seen: string[] = [];
    await page.exposeFunction('hit', () => void seen.push('a script ran'));
    page.on('request', (request) => {
      if (!request.url().startsWith('http://drawings.test/')) seen.push(`asked for ${request.url()}`);
    });
    await page.route('http://drawings.test/**', async (route) => {
      const drawing = HOSTILE_DRAWINGS[Number(/\d+/.exec(route.request().url())![0])]!;
      const body = Buffer.from(outgoing('a.svg', Buffer.from(drawing)).bytes);
      await route.fulfill({ body, contentType: 'image/svg+xml' });
    });
    for (const index of HOSTILE_DRAWINGS.keys()) {
      await page.goto(`http://drawings.test/${index}`);
      for (const shape of await page.locator('rect, a').all())
        await shape.dispatchEvent('click').catch(() => undefined);
    }
    assert.deepEqual(seen, []);
  });
});

/** 8 by 8 pixels in many colours, with an Exif block that names an artist. */
const AVIF = [
  'AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAARdtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAADRpbG9jAA',
  'AAAERAAAIAAQAAAAABOwABAAAAAAAAAG0AAgAAAAABqAABAAAAAAAAANAAAAA4aWluZgAAAAAAAgAAABVpbmZlAgAAAAABAABhdjAxAAAAABVp',
  'bmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAAVmlwcnAAAAA4aXBjbwAAAAxhdjFDgSACAAAAABRpc3BlAAAAAAAAAAgAAAAIAAAAEH',
  'BpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAgMAAAAaaXJlZgAAAAAAAAAOY2RzYwACAAEAAQAAAUVtZGF0EgAKCDgIv2kBDQaQMl8X',
  'gmMEwkkkkyCAAJA+3RlP2akSAS2hCSyEWHee6NLWWknUgsfLP7RJuV6ZShKiuRv7uwEnnMOkNA1nhPLgiAfKMPeJrpMRzn5wCL4vSRUk56nRNO',
  'ZgC99pq1f4IHhLQAAAAAZFeGlmAABJSSoACAAAAAcAEgEDAAEAAAABAAAAGgEFAAEAAABiAAAAGwEFAAEAAABqAAAAKAEDAAEAAAACAAAAOwEC',
  'AAYAAAByAAAAEwIDAAEAAAABAAAAaYcEAAEAAAB4AAAAAAAAADhjAADoAwAAOGMAAOgDAABaaGFuZwAGAACQBwAEAAAAMDIxMAGRBwAEAAAAAQ',
  'IDAACgBwAEAAAAMDEwMAGgAwABAAAA//8AAAKgBAABAAAACAAAAAOgBAABAAAACAAAAAAAAAA=',
].join('');
