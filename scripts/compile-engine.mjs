/**
 * Compiles the WebAssembly engine to a module that contains its bytes as a string, which Node, bundlers, workers and browsers
 * all load in the same way. Skipped if no source changed: the module's first line contains their hash.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = [
  'core/random/wasm/engine.as.ts',
  'core/random/wasm/tally.as.ts',
  'core/random/wasm/measure.as.ts',
  'core/random/wasm/layout.ts',
  'scripts/compile-engine.mjs',
];
const target = join(root, 'core/random/generated/wasm.ts');

async function compileEngine() {
  const hash = createHash('sha256');
  for (const path of sources) hash.update(readFileSync(join(root, path)));
  const first = `// Compiled from core/random/wasm by scripts/compile-engine.mjs: ${hash.digest('hex').slice(0, 16)}`;
  if (existsSync(target) && readFileSync(target, 'utf8').startsWith(`${first}\n`)) return;
  const text = `${first}\n/** A WebAssembly module in base64. */\nexport const wasmBase64 =\n  '${Buffer.from(await compile()).toString('base64')}';\n`;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

async function compile() {
  const { main } = await import('assemblyscript/asc');
  const files = new Map(sources.map((path) => [path.split('/').at(-1), readFileSync(join(root, path), 'utf8')]));
  let binary;
  const options = [
    '--outFile',
    'engine.wasm',
    '-O3',
    '--enable',
    'simd',
    '--runtime',
    'stub',
    '--noAssert',
    '--noColors',
    '--initialMemory',
    '4',
    '--use',
    'abort=',
  ];
  const { error, stderr } = await main(['engine.as.ts', ...options], {
    readFile: (name) => files.get(name.replaceAll('\\', '/').split('/').at(-1)) ?? null,
    writeFile: (_, contents) => void (binary = contents),
    listFiles: () => [],
  });
  if (error || !binary) throw new Error(`core/random/wasm does not compile:\n${stderr.toString()}`);
  return binary;
}

await compileEngine();
