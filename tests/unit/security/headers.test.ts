import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, describe, test } from 'node:test';
import { serveSite } from '../../../src/publish/serve.ts';
import { BEFORE_PAINT } from '../../../src/security/before-paint.ts';
import { headersFile } from '../../../src/publish/hosting/pages-host.ts';
import { pagePolicy, readHeadersFile, securityHeaders } from '../../../src/security/headers.ts';
import { temporaryFolder } from '../../support/site.ts';

describe('the content policy', () => {
  test('allows the page’s own host, the one script in the page by its hash, and no other script, style or handler in it', () => {
    const hash = createHash('sha256').update(BEFORE_PAINT).digest('base64');
    const directives = Object.fromEntries(
      pagePolicy()
        .split(';')
        .map((directive) => {
          const [name, ...sources] = directive.split(' ');
          return [name, sources];
        }),
    );
    assert.deepEqual(directives['default-src'], ["'self'"]);
    assert.deepEqual(directives['script-src'], ["'self'", `'sha256-${hash}'`]);
    assert.equal(pagePolicy().includes('unsafe'), false);
    assert.equal(pagePolicy().includes('*'), false);
  });

  test('is said by servers too, together with who may frame the site', async () => {
    const server = await serveSite(await temporaryFolder(), '/study/', 0);
    after(() => server.close());
    if (!server.listening) await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { headers } = await fetch(`http://127.0.0.1:${port}/study/`);
    for (const [name, value] of Object.entries(securityHeaders())) assert.equal(headers.get(name), value);
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'self'/);
  });

  test('stands in a file for hosts that read one, under the path of the site', () => {
    const lines = headersFile('/study/').trim().split('\n');
    assert.equal(lines[0], '/study/*');
    assert.ok(lines.includes(`  Content-Security-Policy: ${securityHeaders()['Content-Security-Policy']}`));
  });

  test('lets scripts ask the hosts that are searched together, and only those', () => {
    const policy = pagePolicy(['https://a.example', 'http://10.0.0.1:8080']);
    assert.ok(policy.split(';').includes("connect-src 'self' https://a.example http://10.0.0.1:8080"));
    assert.equal(policy.replace(/connect-src [^;]*;/, ''), pagePolicy());
    const said = readHeadersFile(headersFile('/', ['https://a.example']));
    assert.deepEqual(said, Object.entries(securityHeaders(['https://a.example'])));
  });
});
