/** What the panels ask, by the methods of `PanelRequests`. */
import type { Desk, Handlers, Place } from '../desk';
import { netAnswer, netBefore } from '../features/net';
import { alternatives, fillerEdits, weightsAnswer } from '../features/weights';
import { signalAnswer } from '../features/signal';
import type { PanelRequests } from '../protocol';

export const panels: Handlers = {
  offers: () => ({}),
  register(desk) {
    onPanel(desk, 'prototxt/net', null, ({ document, analysis, state }) => 
      state ? netAnswer(document, analysis, state, desk.language()) : null);
    onPanel(desk, 'prototxt/net/before', null, ({ document, state }, { text }) =>
      state ? netBefore(desk.documents.analysisOf(document.uri, text), state) : null);
    onPanel(desk, 'prototxt/weights', null, ({ document, analysis, state }) =>
      state ? weightsAnswer(document, analysis, state, desk.documents.surroundings(document.uri), desk.language()) : null);
    onPanel(desk, 'prototxt/weights/alternatives', [], ({ analysis, state }, { blob }) =>
      state ? alternatives(analysis, state, blob) : []);
    onPanel(desk, 'prototxt/weights/write', null, ({ document, analysis, state }, { blob, choice }) =>
      state ? fillerEdits(document, analysis, state, blob, choice) : null);
    onPanel(desk, 'prototxt/signal', null, ({ document, analysis, state }, { input }) =>
      state ? signalAnswer(document, analysis.state(state), input, desk.language()) : null);
  },
};

/** A request of a panel; `nothing` is the answer where the document is not open. */
function onPanel<Method extends keyof PanelRequests>(
  { connection, about }: Desk,
  method: Method,
  nothing: PanelRequests[Method]['result'],
  answer: (place: Place, params: PanelRequests[Method]['params']) => PanelRequests[Method]['result'] | Promise<PanelRequests[Method]['result']>,
): void {
  connection.onRequest(method, about(method, nothing, answer));
}
