/** Milliseconds after which the browser counts as idle, whatever else it does. */
const LONGEST_WAIT = 3000;

/** Installs the service worker once the page is done and the browser idle. Over plain http browsers have none, and nothing happens. */
export function registerWorker(): void {
  const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!import.meta.env.PROD || !worker) return;
  const register = () => void worker.register(`${import.meta.env.BASE_URL}sw.js`);
  // A timer given an object waits no time at all.
  const whenIdle = window.requestIdleCallback ?? (setTimeout as unknown as typeof requestIdleCallback);
  addEventListener('load', () => whenIdle(register, { timeout: LONGEST_WAIT }));
}
