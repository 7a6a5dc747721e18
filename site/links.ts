/**
 * Links that hold a net: `#name=lenet.prototxt&net=…`, the text in UTF-8, compressed (raw DEFLATE, RFC 1951), in base64url. A
 * browser does not send the part after `#` to a server.
 */
import { largestText } from './texts';

export interface Net {
  readonly name: string;
  readonly text: string;
}

export type Reading =
  | ({ readonly kind: 'net' } & Net)
  /** The fragment is none of this kind. */
  | { readonly kind: 'none' }
  | { readonly kind: 'problem'; readonly problem: LinkProblem };

/** `damaged`: not base64url, not DEFLATE or not UTF-8. `large`: more than `longestLink` characters or `largestText` bytes. */
export type LinkProblem = 'damaged' | 'large';

/** In characters; browsers accept 2 MB at most. */
export const longestLink = 1 << 20;

/** The fragment for a net, with `#`; undefined if it would be longer than `longestLink`. */
export async function fragmentOf({ name, text }: Net): Promise<string | undefined> {
  const bytes = await read(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw')), longestLink);
  const net = bytes && toBase64url(bytes);
  const fragment = `#name=${encodeURIComponent(name)}&net=${net ?? ''}`;
  return net === undefined || fragment.length > longestLink ? undefined : fragment;
}

/** Never rejects; reads no more than `largestText` bytes of what the fragment unpacks to. */
export async function netInFragment(fragment: string): Promise<Reading> {
  if (fragment.length > longestLink) return { kind: 'problem', problem: 'large' };
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const net = parts.get('net');
  if (net === null) return { kind: 'none' };
  try {
    const packed = new Blob([fromBase64url(net)]).stream();
    const bytes = await read(packed.pipeThrough(new DecompressionStream('deflate-raw')), largestText);
    if (!bytes) return { kind: 'problem', problem: 'large' };
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { kind: 'net', name: parts.get('name') ?? '', text };
  } catch {
    return { kind: 'problem', problem: 'damaged' };
  }
}

/** Undefined if the stream has more than `limit` bytes. */
async function read(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | undefined> {
  const reader = stream.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      return undefined;
    }
    parts.push(new Uint8Array(value));
  }
}

function toBase64url(bytes: Uint8Array): string {
  // In parts, since a call has a limited number of arguments.
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(parts.join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Throws if the text is not base64url. */
function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text)) throw new Error('not base64url');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
