/**
 * The first script of a panel's page: what VS Code gives such a page, by messages to the document around it. The page itself
 * is the extension's own.
 */
import { keepInTab, keptInTab } from './storage';

const name = document.body.dataset['page'] ?? '';

Object.assign(globalThis, {
  acquireVsCodeApi: () => ({
    postMessage: (message: unknown) => window.parent.postMessage({ page: name, message }, location.origin),
    getState: (): unknown => JSON.parse(keptInTab(`page.${name}`) ?? 'null') ?? undefined,
    setState: (state: unknown) => keepInTab(`page.${name}`, JSON.stringify(state)),
  }),
});
