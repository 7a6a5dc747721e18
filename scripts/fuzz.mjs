// `npm run fuzz`: bundles the fuzzer with the current engine and runs it: see test/robustness/values/fuzz.ts.
import { build } from 'esbuild';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const outfile = resolve('.build/fuzz.mjs');
await build({
  entryPoints: ['test/robustness/values/fuzz.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  outfile,
  logLevel: 'warning',
}).catch(() => process.exit(1)); // esbuild has printed the error.
process.setSourceMapsEnabled(true);
const { fuzz } = await import(pathToFileURL(outfile).href);
process.exitCode = await fuzz(process.argv.slice(2), outfile);
