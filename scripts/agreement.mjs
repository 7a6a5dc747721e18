// Bundles the runner with the current engine and runs it: see test/oracle/agreement.ts.
import { build } from 'esbuild';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const outfile = resolve('.build/agreement.mjs');
await build({
  entryPoints: ['test/oracle/agreement.ts'],
  bundle: true,
  external: ['onnxruntime-web'],
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  outfile,
  logLevel: 'warning',
}).catch(() => process.exit(1)); // esbuild has printed the error.
process.setSourceMapsEnabled(true);
const { agreement } = await import(pathToFileURL(outfile).href);
process.stdout.write(await agreement(process.argv.slice(2)));
