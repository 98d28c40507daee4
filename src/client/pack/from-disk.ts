/**
 * Runs first in every page of a pack that is opened from the disk, where browsers let scripts be loaded but nothing be fetched. Every
 * file that a script may fetch lies in the pack a second time as a script, which hands its bytes over here; `fetch` answers from those.
 */
declare global {
  interface Window {
    /** Called by the script of a file with its bytes in base64. */
    packedFile?: (base64: string) => void;
  }
}

const handedOver = new WeakMap<Element, string>();

window.packedFile = (base64) => {
  if (document.currentScript) handedOver.set(document.currentScript, base64);
};

window.fetch = (input) =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${input instanceof Request ? input.url : String(input)}.js`;
    script.onload = () => {
      const bytes = Uint8Array.from(atob(handedOver.get(script) ?? ''), (letter) => letter.charCodeAt(0));
      script.remove();
      resolve(new Response(bytes));
    };
    script.onerror = () => {
      script.remove();
      reject(new TypeError(`not in the pack: ${script.src}`));
    };
    document.head.append(script);
  });

// A page from the disk has a name for the service worker, and an error for whoever uses it.
Object.defineProperty(navigator, 'serviceWorker', { value: undefined });

export {};
