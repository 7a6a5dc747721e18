const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** `core` has neither Node's Buffer nor a browser's atob. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const valueOf = new Uint8Array(128);
  for (let i = 0; i < digits.length; i++) valueOf[digits.charCodeAt(i)] = i;
  const bytes = new Uint8Array((text.replace(/=+$/, '').length * 3) >> 2);
  let bits = 0;
  for (let i = 0, at = 0; at < bytes.length; i++) {
    bits = (bits << 6) | (valueOf[text.charCodeAt(i)] ?? 0);
    // Of each four digits all but the first complete a byte.
    if (i % 4 > 0) bytes[at++] = bits >> (6 - 2 * (i % 4));
  }
  return bytes;
}
