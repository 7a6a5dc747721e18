import { afterEach, expect, test } from 'vitest';
import { DiagnosticSeverity, HoverRequest, type Hover } from 'vscode-languageserver-protocol';
import { inProcess, type Session } from '../support/session';

const net = (outputs: number, source: string): string => `layer { name: "data" type: "${source} } } }
layer { name: "fc1" type: "InnerProduct" bottom: "data" top: "fc1" inner_product_param { num_output: ${outputs} weight_filler { type: "xavier" } } }
layer { name: "fc2" type: "InnerProduct" bottom: "fc1" top: "fc2" inner_product_param { num_output: 7 weight_filler { type: "xavier" } } }
`;
const trained = net(20, 'DummyData" top: "data" dummy_data_param { shape { dim: 8 dim: 5');
const deployed = net(30, 'Input" top: "data" input_param { shape { dim: 1 dim: 5');

let session: Session;
afterEach(() => session.end());

test('reports layers with different shapes in another net with the same weights, with a link', async () => {
  const uri = 'file:///nets/a_train_val.prototxt';
  const other = 'file:///nets/a_deploy.prototxt';
  session = await inProcess({ [uri]: trained, [other]: deployed, 'file:///nets/b_deploy.prototxt': deployed });
  await session.open(uri, trained);
  const { diagnostics } = await session.diagnostics(uri, (sent) => sent.diagnostics.length > 0);
  expect(diagnostics.map(({ code, severity, range }) => [code, severity, range.start.line])).toEqual([
    ['net/drift', DiagnosticSeverity.Information, 1],
    ['net/drift', DiagnosticSeverity.Information, 2],
  ]);
  expect(diagnostics[0]?.message).toContain('The weight of fc1 is 20×5 here but 30×5 in a_deploy.prototxt');
  expect(diagnostics[1]?.relatedInformation?.[0]?.location).toMatchObject({
    uri: other,
    range: { start: { line: 2, character: 15 } },
  });
});

test('compares nets of one solver across folders', async () => {
  const uri = 'file:///work/a/nets/train.prototxt';
  const other = 'file:///work/a/eval/test.prototxt';
  const solver =
    'train_net: "nets/train.prototxt"\ntest_net: "a/eval/test.prototxt"\ntest_iter: 1\ntest_interval: 10\nbase_lr: 0.1\nlr_policy: "fixed"\n';
  const files = {
    [uri]: trained,
    [other]: deployed,
    'file:///work/a/solvers/sgd_solver.prototxt': solver,
    'file:///work/b/test.prototxt': deployed,
  };
  session = await inProcess(files);
  await session.open(uri, trained);
  const { diagnostics } = await session.diagnostics(uri, (sent) => sent.diagnostics.length > 0);
  expect(diagnostics.map(({ code, range }) => [code, range.start.line])).toEqual([
    ['net/drift', 1],
    ['net/drift', 2],
  ]);
  expect(diagnostics[0]?.message).toContain('30×5 in a/eval/test.prototxt');
  expect(diagnostics[0]?.relatedInformation?.[0]?.location.uri).toBe(other);
});

test("looks for a solver's nets beside it and in the parent folders", async () => {
  const uri = 'file:///work/models/a/solver.prototxt';
  const text =
    'net: "a/train.prototxt"\ntest_net: "nowhere/test.prototxt"\ntest_iter: 1\ntest_interval: 10\nbase_lr: 0.1\nlr_policy: "fixed"\n';
  session = await inProcess({ [uri]: text, 'file:///work/models/a/train.prototxt': trained });
  await session.open(uri, text);
  const { diagnostics } = await session.diagnostics(uri, (sent) => sent.diagnostics.length > 0);
  expect(diagnostics.map(({ code, severity, range }) => [code, severity, range.start.line])).toEqual([
    ['solver/net-not-found', DiagnosticSeverity.Warning, 1],
  ]);
});

test('shows the learning rate as a function of the iteration on the fields that determine it', async () => {
  const uri = 'file:///a/solver.prototxt';
  const text = 'base_lr: 0.1\nlr_policy: "step"\nstepsize: 100\ngamma: 0.5\nmax_iter: 250\nnet: "n"\nmomentum: 0.9\n';
  session = await inProcess();
  await session.open(uri, text);
  const at = async (line: number): Promise<string> => {
    const hover = (await session.client.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: { line, character: 2 },
    })) as Hover;
    return JSON.stringify(hover.contents);
  };
  for (const line of [0, 1, 2, 3]) expect(await at(line)).toContain('lr(i) = 0.1 · 0.5^⌊i / 100⌋');
  expect(await at(0)).toContain('| 100 | 0.05 |\\n| 200 | 0.025 |\\n| 249 | 0.025 |');
  expect(await at(6)).not.toContain('lr(i)');
});
