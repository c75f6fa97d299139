// What stays on the device: a few lists in localStorage, and a line to the service worker. Either may be forbidden;
// then nothing is remembered, and nothing else changes.

/** Return what was remembered under a name, `otherwise` when there is nothing, or nothing that can be read. */
export function recall(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Remember a value; tell whether the device took it. */
export function remember(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Forget what is remembered under these names. */
export function forget(...names) {
  try {
    for (const name of names) localStorage.removeItem(name);
  } catch {
    // Then there is nothing to forget.
  }
}

/** Whether the device remembers anything at all. */
export const remembers = remember("kushk.here", 1);

/** Whether pages can be kept: browsers allow it over a secure connection, and on the machine itself. */
export const keeps = isSecureContext && "serviceWorker" in navigator && "caches" in window;

/** Widest picture of a story on this screen, in dots. */
const width = () => Math.min(innerWidth, 660) * devicePixelRatio;

/** Ask the service worker to do a task; the promise is its reply, and never comes where there is no worker. */
export async function ask(task, facts = {}) {
  if (!keeps) return new Promise(() => {});
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  active.postMessage({ task, width: width(), ...facts }, [port2]);
  return new Promise((done) => (port1.onmessage = ({ data }) => done(data)));
}

/** Run when the page is there and has nothing better to do. */
export function later(work) {
  const idle = () => (window.requestIdleCallback ?? setTimeout)(work, { timeout: 2000 });
  if (document.readyState === "complete") idle();
  else addEventListener("load", idle, { once: true });
}
