// The declarations of the library, as TypeScript emits them for `core`, made fit for any program that imports it: only those
// that core/index needs, with complete paths (which Node's resolution asks for), and without packages that nobody has installed.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Statements, which begin a line, and types such as `import("./net").Shape`. */
const imported = /(^(?:import|export)\b[^'"]*?\bfrom\s+|^import\s+|\bimport\()(['"])([^'"\n]+)\2/gm;

/** `folder`: that of index.d.ts. Throws if a declaration imports a package. */
export function completeTypes(folder) {
  const kept = new Set();
  const queue = [join(folder, 'index.d.ts')];
  for (const file of queue) {
    if (kept.has(file)) continue;
    kept.add(file);
    const text = readFileSync(file, 'utf8');
    const complete = text.replace(imported, (whole, before, quote, path) => {
      if (!path.startsWith('.')) throw new Error(`${relative(folder, file)} imports ${path}`);
      const to = join(dirname(file), path);
      const isFile = existsSync(`${to}.d.ts`);
      queue.push(isFile ? `${to}.d.ts` : join(to, 'index.d.ts'));
      return `${before}${quote}${path}${isFile ? '' : '/index'}.js${quote}`;
    });
    writeFileSync(file, complete);
  }
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    if (name.endsWith('.d.ts') && !kept.has(path)) rmSync(path);
  }
  return kept.size;
}
