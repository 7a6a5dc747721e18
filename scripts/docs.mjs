// `npm run docs`: writes the generated parts of docs/problems. A test fails if they are out of date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadProblems } from './lib/load-problems.mjs';
import { pageWith } from './lib/problem-pages.mjs';
import { root, say } from './lib/steps.mjs';

for (const [family, kinds] of await loadProblems()) {
  const path = join(root, 'docs/problems', `${family}.md`);
  const page = existsSync(path) ? readFileSync(path, 'utf8') : `# ${family}\n`;
  const next = pageWith(page, kinds);
  if (next === page) continue;
  writeFileSync(path, next);
  say(`docs/problems/${family}.md`);
}
