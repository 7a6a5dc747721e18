/**
 * Compiles the WebAssembly engine to a module that contains its bytes as a string, which Node, bundlers, workers and browsers
 * all load in the same way.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from './lib/generated.mjs';
import { root } from './lib/steps.mjs';

const sources = [
  'core/random/wasm/engine.as.ts',
  'core/random/wasm/tally.as.ts',
  'core/random/wasm/measure.as.ts',
  'core/random/wasm/layout.ts',
];

/** Does nothing if no source has changed. */
export async function compileEngine() {
  await generate({
    folder: 'core/random/generated',
    names: ['wasm.ts'],
    by: 'Compiled from core/random/wasm by scripts/compile-engine.mjs',
    inputs: [
      ...sources,
      'scripts/compile-engine.mjs',
      'scripts/lib/generated.mjs',
      'node_modules/assemblyscript/package.json',
    ],
    make: async () => [
      `/** A WebAssembly module in base64. */\nexport const wasmBase64 =\n  '${Buffer.from(await compile()).toString('base64')}';\n`,
    ],
  });
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

if (process.argv[1] === import.meta.filename) await compileEngine();
