/** Installs the service worker once the page is done and the browser idle. Over plain http browsers have none, and nothing happens. */
export function registerWorker(): void {
  const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!import.meta.env.PROD || !worker) return;
  addEventListener('load', () =>
    (window.requestIdleCallback ?? setTimeout)(() => worker.register(`${import.meta.env.BASE_URL}sw.js`)),
  );
}
