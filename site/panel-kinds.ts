/** What each panel shows, and what it asks for beyond what all panels do. */
import type { SourceChoice } from '#core/signal/source';
import type { RunProgress } from '#protocol/notifications';
import type { RunChoice, ToRunPage } from '#protocol/run';
import { answerWeightsPage } from '#protocol/weights-page';
import type { Editor } from './editor';
import { exportWeights } from './export-weights';
import type { Models } from './models';
import type { PanelKind } from './panels';
import { copyText, saveFile } from './saving';
import type { Server } from './server';
import { words } from './words';
import { say } from './dialogs';

export function netKind(server: Server, baseName: () => string): PanelKind<'net'> {
  return {
    name: 'net',
    title: words.net,
    content: async (uri, name) => ({
      kind: 'net',
      uri,
      name,
      answer: await server.request('prototxt/net', { uri }),
      before: null,
    }),
    receive: (message) => {
      if (message.kind === 'copy') void copyText(message.text);
      if (message.kind === 'save') saveFile(`${baseName()}.${message.format}`, message.content);
    },
  };
}

export function signalKind(server: Server, editor: Editor, baseName: () => string): PanelKind<'signal'> {
  let input: SourceChoice = { kind: 'standard' };
  const content: PanelKind<'signal'>['content'] = async (uri, name) => ({
    kind: 'signal',
    uri,
    name,
    answer: await server.request('prototxt/signal', { uri, input }),
  });
  return {
    name: 'signal',
    title: words.signal,
    content,
    receive: (message, post) => {
      if (message.kind === 'save') saveFile(`${baseName()}.signal.${message.what}`, message.bytes);
      if (message.kind !== 'input' || JSON.stringify(message.input) === JSON.stringify(input)) return;
      input = message.input;
      void content(editor.uri(), editor.net().name).then(post);
    },
  };
}

export interface RunKind {
  readonly kind: PanelKind<'run'>;
  readonly progress: (progress: RunProgress) => void;
}

export function runKind(server: Server, uri: () => string, models: Models, baseName: () => string): RunKind {
  let running: (RunChoice & { readonly uri: string }) | undefined;
  let tell: (message: ToRunPage) => void = () => undefined;
  const cancel = (): void => {
    if (running) server.cancel(running);
    running = undefined;
  };

  /** A second run ends the first. */
  async function run(choice: RunChoice): Promise<void> {
    cancel();
    const own = (running = { uri: uri(), ...choice });
    const ended = (problem: string | null): void => tell({ kind: 'ended', uri: own.uri, problem });
    try {
      const answer = await server.request('prototxt/run', own);
      ended(answer?.kind === 'problem' ? answer.message : null);
    } catch (error) {
      // A cancelled request is answered with an error.
      ended(running === own && error instanceof Error ? error.message : null);
    } finally {
      if (running === own) running = undefined;
    }
  }

  async function ridges(of: string, id: number, post: (message: ToRunPage) => void): Promise<void> {
    const nets = await server.request('prototxt/run/ridges', { uri: of, id });
    if (nets) post({ kind: 'ridges', uri: of, id, nets });
  }

  return {
    progress: (progress) => tell({ kind: 'progress', ...progress }),
    kind: {
      name: 'run',
      title: words.run,
      content: async (of, name) => ({
        kind: 'run',
        uri: of,
        name,
        view: await server.request('prototxt/run/view', { uri: of }),
      }),
      receive: (message, post) => {
        tell = post;
        if (message.kind === 'start') void run(message.choice);
        if (message.kind === 'cancel') cancel();
        if (message.kind === 'copy') void copyText(message.text);
        if (message.kind === 'save') saveFile(`${baseName()}.run.${message.what}`, message.bytes);
        if (message.kind === 'choose-input')
          void models.input().then((input) => (input ? post({ kind: 'input', input }) : undefined));
        if (message.kind === 'ridges') void ridges(uri(), message.id, post);
      },
    },
  };
}

export function weightsKind(
  server: Server,
  editor: Editor,
  models: Models,
  baseName: () => string,
): PanelKind<'weights'> {
  /** Receives the file that the page renders next. */
  let rendered: ((bytes: Uint8Array) => void) | undefined;
  return {
    name: 'weights',
    title: words.weights,
    content: async (uri, name) => ({
      kind: 'net',
      uri,
      name,
      answer: await server.request('prototxt/weights', { uri }),
      // So that the page draws nothing before it knows which layer to show.
      then: { kind: 'cursor', line: editor.line() },
    }),
    receive: (message, post) => {
      const uri = editor.uri();
      answerWeightsPage(server.request, uri, message, post);
      if (message.kind === 'pair') void models.pair();
      if (message.kind === 'export') {
        const page = (what: 'png' | 'csv'): Promise<Uint8Array> =>
          new Promise((resolve) => {
            rendered = resolve;
            post({ kind: 'render', what });
          });
        void exportWeights(server, uri, baseName(), { ...message, page });
      }
      if (message.kind === 'rendered') rendered?.(message.bytes);
      if (message.kind === 'write') {
        const { blob, choice } = message;
        const doc = editor.doc();
        void server
          .request('prototxt/weights/write', { uri, blob, choice })
          .then((edits) => (edits ? editor.apply(doc, edits) : say(words.noFiller)));
      }
    },
  };
}
