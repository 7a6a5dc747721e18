/** What a server keeps of files that were opened and closed. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DidCloseTextDocumentNotification } from 'vscode-languageserver-protocol';
import { afterEach, expect, test } from 'vitest';
import { data, layer } from '../support/lines-of-layers';
import { inProcess, type Session } from '../support/session';

let session: Session;
afterEach(() => session.end());

const count = 120;
const text = `${data}${layer('r0', 'data')}${Array.from({ length: 40 }, (_, i) => layer(`r${i + 1}`, `r${i}`)).join('')}`;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

async function heap(): Promise<number> {
  for (let i = 0; i < 5; i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    collect();
  }
  return process.memoryUsage().heapUsed;
}

test('keeps nothing of files that were opened and closed', { timeout: 300_000 }, async () => {
  session = await inProcess({}, {}, {}, 'file:///nets');
  const round = async (name: string): Promise<number> => {
    const uris = Array.from({ length: count }, (_, i) => `file:///nets/${name}${i}.prototxt`);
    for (const uri of uris) {
      await session.open(uri, text);
      await session.diagnostics(uri);
    }
    const open = await heap();
    for (const uri of uris) {
      await session.client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
      await session.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 0);
    }
    return open;
  };
  const open = await round('first');
  const first = await heap();
  await round('second');
  const second = await heap();
  expect(open - first).toBeGreaterThan(0);
  expect(second - first).toBeLessThan((open - first) / 50);
});
