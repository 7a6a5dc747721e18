// `npm run docs`: writes the generated parts of docs/problems, docs/targets and docs/onnx.md, the schema of targets, and the tools in
// package.json. A test fails if they are out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromSources } from './lib/from-sources.mjs';
import { loadProblems } from './lib/load-problems.mjs';
import { withLoweredLists } from './lib/lowered-lists.mjs';
import { argumentsOf } from './lib/options.mjs';
import { pageWith } from './lib/problem-pages.mjs';
import { root, say } from './lib/steps.mjs';
import { targetPages } from './lib/target-pages.mjs';
import { targetSchema } from './lib/target-schema.mjs';
import { loadToolManifest } from './lib/tool-manifest.mjs';

argumentsOf(
  'npm run docs: writes the generated parts of docs, schemas/target.schema.json and the tools in package.json.',
);

for (const [family, kinds] of await loadProblems()) {
  const path = join(root, 'docs/problems', `${family}.md`);
  const page = existsSync(path) ? readFileSync(path, 'utf8') : `# ${family}\n`;
  const next = pageWith(page, kinds);
  if (next === page) continue;
  writeFileSync(path, next);
  say(`docs/problems/${family}.md`);
}

mkdirSync(join(root, 'docs/targets'), { recursive: true });
for (const [name, page] of targetPages(root)) {
  const path = join(root, 'docs/targets', name);
  if (existsSync(path) && readFileSync(path, 'utf8') === page) continue;
  writeFileSync(path, page);
  say(`docs/targets/${name}`);
}

const { module } = await fromSources('rules', "export { allRules } from './core/dialects/all-rules';");
const onnxPath = join(root, 'docs/onnx.md');
const onnxPage = readFileSync(onnxPath, 'utf8');
const listed = withLoweredLists(onnxPage, module.allRules());
if (listed !== onnxPage) {
  writeFileSync(onnxPath, listed);
  say('docs/onnx.md');
}

const manifestPath = join(root, 'package.json');
const manifest = readFileSync(manifestPath, 'utf8');
const parsed = JSON.parse(manifest);
parsed.contributes.languageModelTools = await loadToolManifest();
const next = `${JSON.stringify(parsed, null, 2)}\n`;
if (next !== manifest) {
  writeFileSync(manifestPath, next);
  say('package.json');
}

writeFileSync(join(root, 'schemas/target.schema.json'), await targetSchema());
