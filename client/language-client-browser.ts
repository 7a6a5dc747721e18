/** The language client in a web host. In the extension's only bundle, but its code runs only after activation. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
  type MessageTransports,
} from 'vscode-languageclient/browser';

/**
 * `first` is a worker that is already running; `start` starts another one after a restart, since a server that was shut down
 * no longer answers.
 */
export function clientOf(options: LanguageClientOptions, start: () => Worker, first: Worker): LanguageClient {
  let ready: Worker | undefined = first;
  let worker = first;
  const transports = (): Promise<MessageTransports> => {
    worker = ready ?? start();
    ready = undefined;
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  class Client extends LanguageClient {
    override async stop(timeout?: number): Promise<void> {
      const ending = worker;
      try {
        await super.stop(timeout);
      } finally {
        ending.terminate();
      }
    }
  }
  return new Client('prototxtLens', 'Prototxt Lens', transports, options);
}
