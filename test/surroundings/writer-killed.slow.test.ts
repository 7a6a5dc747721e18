/** Processes that are killed while they write. */
import { spawn } from 'node:child_process';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFile } from '#project/node/writer';
import { temporaryFolder } from '../support/system-folder';

let folder = '';

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

async function replace(at: string, content: string): Promise<void> {
  const sink = await createFile(at, 'replace');
  try {
    await sink.write(new TextEncoder().encode(content));
    await sink.commit();
  } catch (error) {
    await sink.abandon();
    throw error;
  }
}

const texts = ['a'.repeat(300_000), 'b'.repeat(200_000)] as const;
const isWhole = (at: string): boolean => texts.some((text) => readFileSync(at, 'utf8') === text);

test.skipIf(process.platform === 'win32').each([false, true])(
  'a killed process leaves the old file or the new one at any moment; with a hard link: %s',
  async (linked) => {
    const script = join(folder, 'writer.cjs');
    await build({
      stdin: {
        contents: `import { createFile } from './project/node/writer';
          const [path, ...texts] = process.argv.slice(2);
          const go = async () => { for (let i = 0; ; i++) {
            const sink = await createFile(path, 'replace');
            await sink.write(new TextEncoder().encode(i % 2 ? 'b'.repeat(200_000) : 'a'.repeat(300_000)));
            await sink.commit();
            if (i === 0) process.stdout.write('going');
          } };
          void go();`,
        resolveDir: process.cwd(),
      },
      bundle: true,
      platform: 'node',
      outfile: script,
      logLevel: 'error',
    });
    for (let round = 0; round < 6; round++) {
      const files = join(folder, `${round}`);
      mkdirSync(files);
      const net = join(files, 'net.prototxt');
      writeFileSync(net, texts[1]);
      if (linked) linkSync(net, join(files, 'other'));
      const child = spawn(process.execPath, [script, net], { stdio: ['ignore', 'pipe', 'inherit'] });
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await new Promise((resolve) => setTimeout(resolve, round * 4));
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      const copies = readdirSync(files).filter((name) => name.endsWith('.copy'));
      // If the write had started, the copy is the previous content; an incomplete copy was not needed yet.
      expect(isWhole(net) || copies.some((name) => isWhole(join(files, name)))).toBe(true);
      const again = await replace(net, texts[0]).then(
        () => true,
        () => false,
      );
      if (copies.length === 0) expect(again).toBe(true);
      expect(readdirSync(files).filter((name) => name.endsWith('.part'))).toEqual([]);
    }
  },
  60_000,
);
