/**
 * The weights files and inputs that a person has opened: the server reads them, and they are kept as the browser's own files.
 */
import { fillIn } from '#core/messages/fill-in';
import type { FileMethod, FileRequests } from '#protocol/files';
import type { InputChoice } from '#protocol/run';
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
  /** Lets the person choose a file as the input of a run; undefined for none. */
  readonly input: () => Promise<InputChoice | undefined>;
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
    const file = await picked('.caffemodel');
    if (file) await pairWith(file);
  }

  /** The URI by which the server asks for the file. */
  function keep(file: File): string {
    // A URI's own characters, so that it has one spelling.
    const uri = `page:/${file.name.replace(/[^\w.-]/g, '_')}`;
    files.set(uri, file);
    return uri;
  }

  function pairWith(file: File): Promise<void> {
    return send(keep(file));
  }

  async function input(): Promise<InputChoice | undefined> {
    const file = await picked('.png,.jpg,.jpeg,.npy');
    return file && { uri: keep(file), name: file.name };
  }

  return {
    pair,
    pairWith,
    input,
    answer: async (method, params) => {
      const file = files.get(params.uri);
      if (!file) throw new Error(`there is no ${params.uri}`);
      if (method === 'prototxt/fs/stat') return { size: file.size, kind: 'file' };
      const part = 'start' in params ? file.slice(params.start, params.end) : file;
      return new Uint8Array(await part.arrayBuffer());
    },
  };
}

function picked(accept: string): Promise<File | undefined> {
  const input = make('input', { type: 'file', accept });
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0]));
    input.addEventListener('cancel', () => resolve(undefined));
    input.click();
  });
}
