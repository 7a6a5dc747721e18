import { afterEach, expect, test } from 'vitest';
import { DocumentLinkRequest } from 'vscode-languageserver-protocol';
import { meanFile } from '../support/mean-file';
import { inProcess, type Session } from '../support/session';

const uri = 'file:///work/nets/net.prototxt';
const text = `# prototxt: weights ../../w.caffemodel
# prototxt: schema=/protos/own.proto
layer { name: "d" type: "Data" top: "d" transform_param { mean_file: "/data/mean.binaryproto" } data_param { source: "db" batch_size: 2 } }
layer { name: "ip" type: "InnerProduct" bottom: "d" top: "ip" inner_product_param { num_output: 3 } }
`;
const files = {
  [uri]: text,
  'file:///w.caffemodel': 'no model',
  'file:///protos/own.proto': 'message LayerParameter {}',
  'file:///data/mean.binaryproto': meanFile(3, 5, 7),
  'file:///work/solver.prototxt':
    'train_net: "nets/net.prototxt"\ntest_net: "/data/other.prototxt"\ntest_iter: 1\ntest_interval: 2\n',
  'file:///data/other.prototxt': text.replace('num_output: 3', 'num_output: 4'),
};

let session: Session;
afterEach(() => session.end());

test.each([true, false])(
  'reads files outside the folders only in a trusted workspace (%s)',
  async (trusted) => {
    session = await inProcess(files, {}, { trusted }, 'file:///work');
    await session.open(uri, text);
    const { diagnostics } = await session.diagnostics(uri, (sent) =>
      sent.diagnostics.some(({ code }) => code === (trusted ? 'weights/not-a-model' : 'weights/model-unreadable')),
    );
    const outside = diagnostics.filter(({ message }) => String(message).includes('which is not trusted'));
    expect(outside.map(({ code, range }) => [code, range.start.line])).toEqual(
      trusted
        ? []
        : [
            ['weights/model-unreadable', 0],
            ['file/not-read', 1],
            ['file/not-read', 2],
          ],
    );
    expect(diagnostics.some(({ code }) => code === 'net/drift')).toBe(trusted);
    expect(diagnostics.some(({ code }) => code === 'data/unknown-record-shape')).toBe(!trusted);
    const links = await session.client.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
    expect(links).toHaveLength(trusted ? 3 : 0);
  },
  60_000,
);
