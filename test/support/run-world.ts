/** A server in the same process with one small net open, and what it writes: for runs, exports and upgrades of weights. */
import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';
import { upgradeModel } from '#protocol/commands';
import type { Sink } from '#project/files';
import type { Runtime } from '#server/runtime';
import { inProcessOn, runtimeOf, type Session } from './session';

export const uri = 'file:///nets/net.prototxt';
export const net = `name: "small"
layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 2 dim: 4 } shape { dim: 2 } } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }
layer { name: "prob" type: "Softmax" bottom: "ip" top: "prob" }
`;
export const loss = `${net}layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" }\n`;
export const python = `${net}layer { name: "mine" type: "Python" bottom: "ip" top: "mine" python_param { module: "m" layer: "L" } }\n`;

let talk: Session | undefined;

/** Ends the session of the last `world`. */
export async function endWorld(): Promise<void> {
  await talk?.end();
}

export interface World {
  readonly session: Session;
  /** By URI. */
  readonly written: ReadonlyMap<string, Uint8Array>;
}

export async function world(
  text: string,
  {
    files = {},
    ...more
  }: Partial<Omit<Runtime, 'files'>> & { readonly files?: Readonly<Record<string, Uint8Array>> } = {},
  fails?: Error,
): Promise<World> {
  const written = new Map<string, Uint8Array>();
  const usual = runtimeOf({ ...files, [uri]: text });
  const create = async (to: string): Promise<Sink> => {
    const chunks: Uint8Array[] = [];
    return {
      write: async (bytes) => {
        if (fails) throw fails;
        chunks.push(bytes.slice());
      },
      commit: async () => void written.set(to, Buffer.concat(chunks)),
      abandon: async () => undefined,
    };
  };
  const runtime: Runtime = { ...usual, ...more, files: { ...usual.files, create } };
  const session = await inProcessOn(runtime, {}, { commands: [upgradeModel] });
  talk = session;
  await session.open(uri, text);
  return { session, written };
}

const { root } = protobuf.parse(readFileSync('schemas/bvlc.proto', 'utf8'), { keepCase: true });
const encoded = (message: object): Uint8Array => {
  const type = root.lookupType('caffe.NetParameter');
  return type.encode(type.fromObject(message)).finish();
};
const blobs = [
  { shape: { dim: [3, 4] }, data: new Array<number>(12).fill(7) },
  { shape: { dim: [3] }, data: [7, 7, 7] },
];
/** The weights of the net's InnerProduct, all 7: with layers of today, and of V1. */
export const current = encoded({ layer: [{ name: 'ip', type: 'InnerProduct', blobs }] });
export const old = encoded({ layers: [{ name: 'ip', type: 'INNER_PRODUCT', blobs }] });
