// `npm run new-problem family/name [-- --severity=warning --says="…" --help="…" --zh="…" --fix=removeIt]`: writes what a new
// kind of problem needs; see CONTRIBUTING.md. Missing texts become TODOs, with which the tests fail.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwritten, withNewProblem } from './lib/new-problem.mjs';
import { argumentsOf } from './lib/options.mjs';
import { root, runNode, say } from './lib/steps.mjs';

const usage = `npm run new-problem family/name [-- options]: writes what a new kind of problem needs, see CONTRIBUTING.md.
  --severity=NAME           error (by default), warning, information or hint
  --says="…" --help="…"     what is wrong, and what to do
  --zh="…"                  both in Chinese
  --fix=NAME                the fix, or author, several, elsewhere or none`;
const text = { type: 'string', default: unwritten };
const { values, positionals } = argumentsOf(usage, {
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
