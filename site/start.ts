/** The first script of the page: what `begin.ts` does, and the server, which starts while the larger script is still loading. */
import { applyLook } from './look';

applyLook(document);
Object.assign(globalThis, { languageServer: new Worker('server.js') });
