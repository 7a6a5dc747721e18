/** The weights files that a person has opened: the server reads them in ranges, and they are kept as the browser's own files. */
import { fillIn } from '#core/messages/fill-in';
import type { FileMethod, FileRequests } from '#protocol/files';
import { make } from '#webview/page';
import { choose, say } from './dialogs';
import type { Editor } from './editor';
import type { Server } from './server';
import { words } from './words';

export interface Models {
  /** Lets the person choose the file that the net starts from, or none. */
  readonly pair: () => Promise<void>;
  /** The net starts from this file. */
  readonly pairWith: (file: File) => Promise<void>;
  /** Rejects for all files but those that were opened. */
  readonly answer: (method: FileMethod, params: FileRequests[FileMethod]['params']) => Promise<unknown>;
}

export function createModels(server: () => Server, editor: () => Editor): Models {
  const files = new Map<string, File>();
  /** The model of a net, by the net's URI. */
  const pairs = new Map<string, string>();

  async function send(model: string | null): Promise<void> {
    const uri = editor().withFolder();
    if (model === null) pairs.delete(uri);
    else pairs.set(uri, model);
    const { problem, comment } = await server().request('prototxt/weights/pair', { uri, model });
    if (problem !== undefined) say(problem);
    if (comment !== undefined) say(fillIn(words.namedByComment, { name: comment }));
  }

  async function pair(): Promise<void> {
    const known = pairs.get(editor().uri());
    const isOther =
      known === undefined ||
      (await choose(fillIn(words.pairedWith, { name: files.get(known)?.name ?? '' }), [
        { label: words.otherModel, value: true },
        { label: words.noModel, value: false },
      ]));
    if (isOther === undefined) return;
    if (!isOther) return send(null);
    const input = make('input', { type: 'file', accept: '.caffemodel' });
    const file = await new Promise<File | undefined>((resolve) => {
      input.addEventListener('change', () => resolve(input.files?.[0]));
      input.click();
    });
    if (file) await pairWith(file);
  }

  function pairWith(file: File): Promise<void> {
    // A URI's own characters, so that it has one spelling.
    const model = `page:/${file.name.replace(/[^\w.-]/g, '_')}`;
    files.set(model, file);
    return send(model);
  }

  return {
    pair,
    pairWith,
    answer: async (method, params) => {
      const file = files.get(params.uri);
      if (!file) throw new Error(`there is no ${params.uri}`);
      if (method === 'prototxt/fs/stat') return { size: file.size, kind: 'file' };
      const part = 'start' in params ? file.slice(params.start, params.end) : file;
      return new Uint8Array(await part.arrayBuffer());
    },
  };
}
