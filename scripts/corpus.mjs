// `npm run corpus`: every edit of every public net, of which `npm test` tries a sample: see test/oracle/writing.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('npx', ['vitest', 'run', '--project=oracle', 'test/oracle/writing'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, CORPUS: 'whole' },
});
process.exitCode = status ?? 1;
