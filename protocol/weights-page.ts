/** The answers of the server that the page of the weights asks for, wherever the page is shown. */
import type { FromAnyPage } from './page';
import type { PanelRequests } from './requests';
import type { FromWeightsPage, ToWeightsPage } from './weights';

type Asks = Pick<
  PanelRequests,
  'prototxt/weights/alternatives' | 'prototxt/weights/loaded' | 'prototxt/weights/loaded/values'
>;

type Ask = <Method extends keyof Asks>(
  method: Method,
  params: Asks[Method]['params'],
) => Promise<Asks[Method]['result']>;

/** Posts the answer to a message that only asks the server; does nothing for other messages. */
export function answerWeightsPage(
  ask: Ask,
  uri: string,
  message: FromAnyPage | FromWeightsPage,
  post: (answer: ToWeightsPage) => unknown,
): void {
  if (message.kind === 'alternatives') {
    const { blob } = message;
    void ask('prototxt/weights/alternatives', { uri, blob }).then((list) => post({ kind: 'alternatives', blob, list }));
  }
  if (message.kind === 'loaded-figures') {
    const { id, asked } = message;
    void ask('prototxt/weights/loaded', { uri, ...asked }).then((figures) =>
      post({ kind: 'loaded-figures', id, figures }),
    );
  }
  if (message.kind === 'loaded-values') {
    const { id, asked } = message;
    void ask('prototxt/weights/loaded/values', { uri, ...asked }).then((values) =>
      post({ kind: 'loaded-values', id, values }),
    );
  }
}
