/** The tools for language models, asked through the server. */
import { afterEach, expect, test } from 'vitest';
import { inProcess, type Session } from '../support/session';
import { smallNet } from '../support/small-nets';

const root = 'file:///nets';
const uri = `${root}/net.prototxt`;

let session: Session;
afterEach(() => session.end());

function ask(name: string, input: unknown): Promise<{ readonly kind: string; readonly json: string } | null> {
  return session.client.sendRequest('prototxt/tool', { name, input });
}

async function answerOf(name: string, input: unknown): Promise<unknown> {
  const answer = await ask(name, input);
  return answer?.kind === 'answer' ? JSON.parse(answer.json) : answer;
}

test('reads files of the workspace, and an open one as it is in the editor', async () => {
  session = await inProcess({ [uri]: smallNet }, {}, {}, root);
  expect(await answerOf('prototxt_check', { path: 'net.prototxt' })).toMatchObject({ rejected: false });
  await session.open(uri, smallNet.replace('bottom: "data"', 'bottom: "dat"'));
  expect(await answerOf('prototxt_check', { path: 'net.prototxt' })).toMatchObject({ rejected: true });
  expect(await answerOf('prototxt_check', { path: '../other/net.prototxt' })).toEqual({
    kind: 'error',
    message: 'Cannot read ../other/net.prototxt: it is outside the folders that may be read.',
  });
});

test('uses the settings', async () => {
  session = await inProcess({}, {}, { datum: '3x9x9', schema: 'ssd', targets: ['mnn'] }, root);
  const text = smallNet.replace(/type: "Input".*/, 'type: "Data" top: "data" data_param { batch_size: 5 } }');
  expect(await answerOf('prototxt_shapes', { text, layers: ['data'] })).toMatchObject({
    schema: 'ssd',
    layers: [{ tops: [{ shape: [5, 3, 9, 9] }] }],
  });
  expect(await answerOf('prototxt_targets', { text })).toMatchObject({ targets: [{ name: 'mnn' }] });
});

test('answers nothing for a tool that does not exist, and a reason for any input', async () => {
  session = await inProcess();
  expect(await ask('prototxt_delete', {})).toBeNull();
  for (const input of [null, 3, 'text', [], { path: 'net.prototxt' }, { text: [] }])
    expect(await answerOf('prototxt_check', input)).toEqual({ kind: 'error', message: expect.any(String) });
});
