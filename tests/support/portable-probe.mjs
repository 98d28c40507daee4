// Does the errands of a portable edition as a person would, with nothing but its own Node, and writes down what came of them.
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , home, document, out] = process.argv;
const ENV = {};

const run = (name, ...words) =>
  spawnSync('/bin/sh', [join(home, `${name}.sh`), ...words], { env: ENV, encoding: 'utf8' });

/** Starts what stays open, and waits for the address that it says. */
async function address(name) {
  const child = spawn('/bin/sh', [join(home, `${name}.sh`)], { env: ENV, detached: true });
  let said = '';
  const found = new Promise((settle, fail) => {
    const hear = (chunk) => {
      said += chunk;
      const [url] = /http:\/\/\S+/.exec(said) ?? [];
      if (url) settle(url);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', () => fail(new Error(said)));
  });
  return { url: await found, stop: () => process.kill(-child.pid) };
}

const check = run('检查').status;
const site = await address('预览');
const page = await (await fetch(new URL('texts/first/', site.url))).text();
site.stop();
const imported = run('导入', document).status;
const desk = await address('开始');
const opened = await fetch(desk.url);
const stranger = await fetch(new URL('/api/home', desk.url));
desk.stop();
writeFileSync(
  out,
  JSON.stringify({
    check,
    imported,
    page: /第一篇的正文。/.exec(page)?.[0],
    desk: opened.status,
    stranger: stranger.status,
  }),
);
