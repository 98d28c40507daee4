import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { test } from 'node:test';
import { load } from '../../../../scripts/bench/load.ts';

const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

/** What is measured of a server that does this with every request, numbered from 0. */
async function figuresOf(
  onRequest: (socket: Socket, number: number) => void,
  order = { perSecond: 200, seconds: 1 },
  longest = 200,
) {
  let number = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', () => {
      onRequest(socket, number++);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const figures = await load([`http://127.0.0.1:${port}/`], { ...order, longest });
  for (const socket of sockets) socket.destroy();
  server.close();
  return { ...figures, asked: number };
}

test('A load keeps its pace, and counts each answer once, in however many pieces it arrives', async () => {
  const { requests, errors, perSecond, asked } = await figuresOf(
    (socket, number) => {
      if (number % 2) return socket.write(ANSWER);
      socket.write(ANSWER.slice(0, 20));
      return setImmediate(() => socket.write(ANSWER.slice(20, -1), () => socket.write(ANSWER.slice(-1))));
    },
    undefined,
    10_000,
  );
  assert.deepEqual([requests, asked, errors], [200, 200, {}]);
  assert.ok(perSecond < 210, `${perSecond} a second, no more than asked`);
});

test('Every failure is an error and no answer: a status, a server that is silent, hangs up or says more than it promised', async () => {
  const failures = [
    'HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n',
    '',
    'end',
    `${ANSWER}k`,
    'HTTP/1.1 200 OK\r\n\r\nok',
  ];
  const { errors, perSecond } = await figuresOf(
    (socket, number) => {
      const answer = failures[number];
      if (answer === 'end') socket.end();
      else if (answer !== '') socket.write(answer ?? ANSWER);
    },
    { perSecond: 100, seconds: 1 },
  );
  assert.deepEqual(errors, { 503: 1, 'no answer': 1, closed: 1, 'more than was said': 1, 'no length': 1 });
  assert.ok(perSecond < 100, `what failed is no answer: ${perSecond} a second`);
});

test('A server that is slower than asked is not flattered: the waiting of those behind counts', async () => {
  const { median, p99, perSecond } = await figuresOf(
    (socket) => setTimeout(() => socket.write(ANSWER), 100),
    {
      perSecond: 2000,
      seconds: 0.5,
    },
  );
  // 64 connections have 640 answers a second: of a thousand requests the last waits for more than a second.
  assert.ok(perSecond < 700 && median > 300 && p99 > 900, `${perSecond} a second, ${median} ms, ${p99} ms`);
});
