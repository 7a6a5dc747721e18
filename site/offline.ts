/** Registers the service worker, which keeps the page's files for visits without a network. */

/** Without one, such as on plain http or in a private window, the page works as long as there is a network. */
export function keepOffline(updated: () => void): void {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const isFirst = serviceWorker.controller === null;
  serviceWorker.register('offline-worker.js').then(
    (registration) =>
      registration.addEventListener('updatefound', () => {
        const { installing } = registration;
        installing?.addEventListener('statechange', () => {
          if (installing.state === 'installed' && !isFirst) updated();
        });
      }),
    () => undefined,
  );
}
