/** OpenCV 4 itself, in WebAssembly: which nets and layers it makes. */
import { createRequire } from 'node:module';
import type { Analysis } from '#core/analysis/analysis';
import type { Layer } from '#core/net/model';
import { isKnown } from '#core/net/shape';
import { bytesField, joined, packedInts, textField, type Piece } from '#core/wire';

/** The parts of OpenCV's JavaScript package that are needed here. Files are in its own virtual file system. */
export interface OpenCv {
  readonly Mat: unknown;
  readonly FS_createDataFile: (
    folder: string,
    name: string,
    content: Uint8Array,
    read: boolean,
    write: boolean,
    own: boolean,
  ) => void;
  readonly FS_unlink: (path: string) => void;
  readonly readNetFromCaffe: (path: string, model: string) => Net;
  readonly exceptionFromPtr: (error: number) => { readonly msg: string };
  onRuntimeInitialized: () => void;
}

interface Net {
  readonly forward: (layer: string) => { readonly delete: () => void };
  readonly delete: () => void;
}

/** In an object, since the module has a method `then` that never calls its argument. */
export async function openCv(): Promise<{ readonly cv: OpenCv }> {
  const cv = createRequire(import.meta.url)('@techstark/opencv-js') as OpenCv;
  await new Promise<void>((resolve) => {
    if (cv.Mat === undefined) cv.onRuntimeInitialized = resolve;
    else resolve();
  });
  return { cv };
}

/**
 * What OpenCV says against the net; undefined if it reads it and makes each of its layers. Shapes are not computed:
 * that takes weights of full size. `made`: forms of layers that it is known to make; new ones are added.
 */
export function rejection(cv: OpenCv, analysis: Analysis, made: Set<string>): string | undefined {
  const { layers } = analysis.state(analysis.deployState);
  const model = modelOf(analysis);
  return withNet(cv, analysis.text, model, (net) => {
    for (const { layer } of layers) {
      const form = formOf(layer, analysis.text);
      if (layer.type === 'Input' || made.has(form)) continue;
      const message = messageOf(cv, () => net.forward(layer.name).delete());
      if (message !== undefined && !isMade(message)) return message;
      made.add(form);
    }
    return undefined;
  });
}

/** Whether OpenCV has the layer type: makes such a layer, or says what else it lacks. */
export function hasType(cv: OpenCv, type: string): boolean {
  const input = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }';
  const text = `${input} layer { name: "x" type: "${type}" bottom: "d" top: "x" }`;
  const message = withNet(cv, text, undefined, (net) => messageOf(cv, () => net.forward('x').delete()));
  return message === undefined || !/Can't create layer|not implemented/.test(message);
}

/** The layer is made, and then the inputs are missing, which were not set. */
function isMade(message: string): boolean {
  return message.includes('!layers[0].outputBlobs.empty()');
}

function withNet(
  cv: OpenCv,
  text: string,
  model: Uint8Array | undefined,
  use: (net: Net) => string | undefined,
): string | undefined {
  const files = { 'net.prototxt': new TextEncoder().encode(text), ...(model && { 'net.caffemodel': model }) };
  for (const [name, content] of Object.entries(files)) cv.FS_createDataFile('/', name, content, true, false, false);
  let net: Net | undefined;
  try {
    const failed = messageOf(cv, () => {
      net = cv.readNetFromCaffe('/net.prototxt', model ? '/net.caffemodel' : '');
    });
    return failed ?? (net && use(net));
  } finally {
    net?.delete();
    for (const name of Object.keys(files)) cv.FS_unlink(`/${name}`);
  }
}

function messageOf(cv: OpenCv, run: () => void): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return typeof error === 'number' ? cv.exceptionFromPtr(error).msg : String(error);
  }
}

/** The type and the parameter messages of a layer, as written. */
function formOf({ type, message }: Layer, text: string): string {
  const params = message.entries.filter(({ field }) => field.name.endsWith('_param'));
  return [type, ...params.map(({ node }) => text.slice(node.start, node.end))].join(' ');
}

/**
 * Weights of 0 for layers that are not made without: those of InnerProduct with one column, as OpenCV does not compare
 * the others with the input; none for convolutions, which are large and are made without.
 */
function modelOf(analysis: Analysis): Uint8Array | undefined {
  const { layers } = analysis.state(analysis.deployState);
  const written = layers
    .filter(({ layer, params }) => params.length > 0 && !layer.type.includes('onvolution'))
    .filter(({ params }) => params.every(({ shape }) => isKnown(shape)))
    .flatMap(({ layer, params }) => {
      const shapes = params.map(({ shape }) => (shape ?? []).map((dim) => dim ?? 1));
      const [first] = shapes;
      if (layer.type === 'InnerProduct' && first) shapes[0] = [first[0] ?? 1, 1];
      const blobs = shapes.flatMap((shape) => bytesField(blobsField, zeros(shape)));
      return bytesField(layerField, [...textField(1, layer.name), ...textField(2, layer.type), ...blobs]);
    });
  return written.length === 0 ? undefined : joined(written);
}

/** Field numbers of NetParameter and LayerParameter. */
const layerField = 100;
const blobsField = 7;

function zeros(shape: readonly number[]): readonly Piece<never>[] {
  const [shapeField, dataField, bytesOfFloat] = [7, 5, 4];
  const size = shape.reduce((a, b) => a * b, 1);
  return [
    ...(shape.length > 0 ? bytesField(shapeField, packedInts(1, shape)) : []),
    ...bytesField(dataField, [new Uint8Array(bytesOfFloat * size)]),
  ];
}
