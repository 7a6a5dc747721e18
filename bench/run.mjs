// `npm run bench`: bundles the bench with the engine as it is shipped, and runs it. Never part of a test.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { argumentsOf } from '../scripts/lib/options.mjs';

argumentsOf('npm run bench: measures performance, also that of comparable tools.');

const folder = resolve('.build/bench');
await build({
  entryPoints: ['bench/main.ts', 'bench/cold.ts'],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  outdir: folder,
  outExtension: { '.js': '.cjs' },
  // Peers are loaded from their own packages, not bundled.
  external: ['protobufjs', 'protobufjs/*', 'vscode-json-languageservice'],
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--expose-gc', resolve(folder, 'main.cjs')], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
