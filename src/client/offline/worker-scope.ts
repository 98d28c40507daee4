/** What the project uses of a service worker's global scope; TypeScript's own types for it clash with those of pages. */
export interface WorkerScope {
  registration: { scope: string };
  clients: {
    claim(): Promise<void>;
    get(id: string): Promise<{ id: string } | undefined>;
    matchAll(options: {
      type: 'window';
      includeUncontrolled: boolean;
    }): Promise<{ id: string; url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof WorkerEvents>(
    name: Name,
    listener: (event: WorkerEvents[Name]) => void,
  ): void;
}

interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface WorkerEvents {
  install: LastingEvent;
  activate: LastingEvent;
  fetch: LastingEvent & { request: Request; respondWith(response: Promise<Response>): void };
  message: LastingEvent & MessageEvent;
}
