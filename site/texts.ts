/** Files that a person opens: which can be shown, and their names. */

/** In bytes; nets have fewer than 1 MB, except for those with values of weights in the text. */
export const largestText = 4 << 20;

export type TextReading =
  | { readonly kind: 'text'; readonly text: string }
  /** `binary`: such as a `.caffemodel` or an image. */
  | { readonly kind: 'problem'; readonly problem: 'large' | 'binary' | 'unreadable' };

export async function readText(file: Blob): Promise<TextReading> {
  if (file.size > largestText) return { kind: 'problem', problem: 'large' };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? { kind: 'problem', problem: 'binary' } : { kind: 'text', text };
  } catch (error) {
    // The decoder's error; others are of the file, such as one that was deleted after it was chosen.
    return { kind: 'problem', problem: error instanceof TypeError ? 'binary' : 'unreadable' };
  }
}

const longestName = 80;

/** A name for a tab and for files that are saved: from a link or a person, so it may be any text. */
export function fileName(name: string): string {
  const plain = name
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{C}<>:"|?*]/gu, '')
    .trim()
    .slice(-longestName);
  return plain === '' ? 'net.prototxt' : plain;
}
