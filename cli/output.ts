/** Buffers standard output, so that thousands of files need few writes and little memory. */
import type { Io } from './io';

export interface Output {
  /** False once the reader has closed the pipe. */
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
