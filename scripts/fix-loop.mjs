// `node scripts/fix-loop.mjs [nets] [seed] [examples] [faults] [nets|corpus]`: breaks nets that Caffe accepts and repairs them by the tools alone; see
// test/oracle/fix-loop.ts. Prints how many end as the original, by kind of fault.
import { build } from 'esbuild';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const outfile = resolve('.build/fix-loop.mjs');
await build({
  entryPoints: ['test/oracle/fix-loop.ts'],
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
const { fixLoop, loopReport, netsForLoop } = await import(pathToFileURL(outfile).href);
const [nets = 100, seed = 1, examples = 10, most = 3] = process.argv.slice(2, 6).map(Number);
process.stdout.write(loopReport(await fixLoop(netsForLoop(nets, process.argv[6]), seed, most), examples));
