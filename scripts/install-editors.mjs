// Installs the editors in which `npm test` tries the extension, once.
import { installEditor } from './lib/editor.mjs';
import { installWebEditor } from './lib/web-editor.mjs';
import { main } from './lib/steps.mjs';

await main(() => {
  installEditor();
  installWebEditor();
});
