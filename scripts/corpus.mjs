// `npm run corpus`: compares over all public nets, all recorded answers and more damaged files, of which `npm test` tries a
// sample: see test/support/corpus.ts.
import { spawnSync } from 'node:child_process';
import { argumentsOf } from './lib/options.mjs';

argumentsOf('npm run corpus: compares all public nets and all recorded answers; npm test takes a sample.');

const { status } = spawnSync('npx', ['vitest', 'run', '--project=oracle', '--project=slow'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, CORPUS: 'whole' },
});
process.exitCode = status ?? 1;
