/** Milliseconds after which the browser counts as idle, even if it is not. */
const LONGEST_WAIT = 3000;

/** Installs the service worker once the page is done and the browser idle. Does nothing over plain http, where there are no service workers. */
export function registerWorker(): void {
  const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!import.meta.env.PROD || !worker) return;
  const register = () => void worker.register(`${import.meta.env.BASE_URL}sw.js`);
  // A timer given an object waits no time at all.
  const whenIdle = window.requestIdleCallback ?? (setTimeout as unknown as typeof requestIdleCallback);
  addEventListener('load', () => whenIdle(register, { timeout: LONGEST_WAIT }));
}
