/**
 * PNG and JPEG files as OpenCV's imread has them: 8 bits, no transparency. JPEGs by libjpeg-turbo, as OpenCV decodes them;
 * a rotation in EXIF is not applied. Loaded when first asked for.
 */

/** `channels`: 1 for grey, 3 for red, green, blue; `data` pixel by pixel. */
export interface DecodedImage {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
}

/** In pixels, as OpenCV's own limit. */
const largest = 2 ** 30;

/**
 * Undefined where the bytes are neither. `wasm`: reads `libjpegturbowasm_decode.wasm`. Rejects with the decoder's own words
 * where the file is damaged.
 */
export async function decodeImage(
  bytes: Uint8Array,
  wasm: () => Promise<Uint8Array>,
): Promise<DecodedImage | undefined> {
  if (isPng(bytes)) return decodePng(bytes);
  return isJpeg(bytes) ? decodeJpeg(bytes, await wasm()) : undefined;
}

function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47].every((byte, i) => bytes[i] === byte);
}

function isJpeg(bytes: Uint8Array): boolean {
  return [0xff, 0xd8, 0xff].every((byte, i) => bytes[i] === byte);
}

async function decodePng(bytes: Uint8Array): Promise<DecodedImage> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 24 || view.getUint32(16) * view.getUint32(20) > largest) throw new Error('bad PNG size');
  const { convertIndexedToRgb, decode } = await import('fast-png');
  const png = decode(bytes);
  const { width, height, depth, palette } = png;
  const data = palette ? convertIndexedToRgb(png) : png.data;
  const given = data.length / (width * height);
  const channels = given < 3 ? 1 : 3;
  const made = new Uint8Array(width * height * channels);
  // Of 16 bits the upper 8, of fewer the same share of 255 (png_set_strip_16, png_set_expand).
  const eight = (value: number): number =>
    depth === 16 ? value >> 8 : depth < 8 && !palette ? (value * 255) / (2 ** depth - 1) : value;
  for (let pixel = 0; pixel < width * height; pixel++)
    for (let channel = 0; channel < channels; channel++)
      made[pixel * channels + channel] = eight(data[pixel * given + channel] ?? 0);
  return { width, height, channels, data: made };
}

/** As the package has it, which brings no types. */
interface JpegDecoder {
  readonly getEncodedBuffer: (length: number) => Uint8Array;
  readonly readHeader: () => void;
  readonly decode: () => void;
  readonly getFrameInfo: () => { readonly width: number; readonly height: number; readonly componentCount: number };
  readonly getDecodedBuffer: () => Uint8Array;
  readonly delete: () => void;
}

interface JpegModule {
  readonly JPEGDecoder: new () => JpegDecoder;
  readonly getExceptionMessage?: (thrown: number) => unknown;
}

async function decodeJpeg(bytes: Uint8Array, wasm: Uint8Array): Promise<DecodedImage> {
  // @ts-expect-error The package has no types.
  const { default: load } = (await import('@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs')) as {
    readonly default: (options: object) => Promise<JpegModule>;
  };
  const quiet = (): void => undefined;
  const module = await load({ wasmBinary: wasm, print: quiet, printErr: quiet });
  const decoder = new module.JPEGDecoder();
  try {
    decoder.getEncodedBuffer(bytes.length).set(bytes);
    decoder.decode();
    const { width, height, componentCount } = decoder.getFrameInfo();
    return { width, height, channels: componentCount === 1 ? 1 : 3, data: decoder.getDecodedBuffer().slice() };
  } catch (error) {
    // What C++ throws is a number.
    throw error instanceof Error
      ? error
      : new Error('the JPEG is damaged, or of a kind that libjpeg-turbo does not decode');
  } finally {
    decoder.delete();
  }
}
