// `npm run new-problem family/name [-- --severity=warning --says="…" --help="…" --zh="…" --fix=removeIt]`: writes what a new
// kind of problem needs; see CONTRIBUTING.md. Missing texts become TODOs, with which the tests fail.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { unwritten, withNewProblem } from './lib/new-problem.mjs';
import { root, runNode, say } from './lib/steps.mjs';

const text = { type: 'string', default: unwritten };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    severity: { type: 'string', default: 'error' },
    says: text,
    help: text,
    zh: text,
    fix: { type: 'string', default: 'author' },
  },
});

const read = (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined);
try {
  const changed = withNewProblem({ code: positionals[0] ?? '', ...values }, read);
  for (const [path, content] of changed) {
    writeFileSync(join(root, path), content);
    say(path);
  }
  runNode('scripts/docs.mjs');
  runNode('node_modules/@biomejs/biome/bin/biome', ['format', '--write', ...changed.keys()]);
  say(
    'Still to write, in docs/problems: why Caffe does so, an example, and the same text put right (CONTRIBUTING.md).',
  );
} catch (error) {
  say(error.message);
  process.exitCode = 2;
}
