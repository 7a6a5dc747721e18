/** The order in which LSP lets messages come: nothing is answered before `initialize`, which comes once, or after `shutdown`. */
import {
  ErrorCodes,
  type DataCallback,
  type Message,
  type MessageReader,
  type MessageWriter,
  type RequestMessage,
} from 'vscode-languageserver';

/** What the server reads: requests that come at a wrong time are answered here, and notifications are dropped. */
export function inOrder(reader: MessageReader, writer: Pick<MessageWriter, 'write'>): MessageReader {
  let life: 'new' | 'running' | 'ended' = 'new';
  const answer = ({ id }: RequestMessage, code: number, message: string): void =>
    void writer.write({ jsonrpc: '2.0', id, error: { code, message } } as Message);

  /** Undefined for a message that goes no further. */
  const passed = (message: Message): Message | undefined => {
    if (!hasMethod(message)) return message;
    const { method } = message;
    if (method === 'exit') return message;
    if (life === 'new' && method === 'initialize') {
      life = 'running';
      return { ...message, params: initializeParams(message.params) } as Message;
    }
    if (life === 'running' && method === 'shutdown') {
      life = 'ended';
      return message;
    }
    if (life === 'running' && method !== 'initialize') return message;
    if (isRequest(message)) {
      if (life === 'new') answer(message, ErrorCodes.ServerNotInitialized, `${method} came before initialize`);
      else if (life === 'ended') answer(message, ErrorCodes.InvalidRequest, `${method} came after shutdown`);
      else answer(message, ErrorCodes.InvalidRequest, 'The server is initialized already');
    }
    return undefined;
  };

  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    dispose: () => reader.dispose(),
    listen: (callback: DataCallback) =>
      reader.listen((message) => {
        const next = passed(message);
        if (next) callback(next);
      }),
  };
}

interface WithMethod extends Message {
  readonly method: string;
  readonly params?: unknown;
}

function hasMethod(message: Message): message is WithMethod {
  return 'method' in message && typeof message.method === 'string';
}

function isRequest(message: WithMethod): message is WithMethod & RequestMessage {
  return 'id' in message && (typeof message.id === 'string' || typeof message.id === 'number');
}

/** Some clients send null where they have nothing to say. */
function initializeParams(params: unknown): object {
  const given = isObject(params) ? params : {};
  const capabilities = 'capabilities' in given && isObject(given.capabilities) ? given.capabilities : {};
  return { ...given, capabilities };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
