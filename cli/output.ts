/** Standard output in large pieces, so that thousands of files cost few writes and little memory. */
import type { Io } from './io';

export interface Output {
  /** False once nobody reads any more. */
  readonly add: (text: string) => Promise<boolean>;
  readonly flush: () => Promise<boolean>;
}

const pieceLength = 1 << 16;

export function output(io: Io): Output {
  let waiting: string[] = [];
  let length = 0;
  const flush = async (): Promise<boolean> => {
    const text = waiting.join('');
    waiting = [];
    length = 0;
    return text === '' || io.write(text);
  };
  return {
    add: async (text) => {
      waiting.push(text);
      length += text.length;
      return length < pieceLength || flush();
    },
    flush,
  };
}
