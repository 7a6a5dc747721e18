/** What the panels ask, by the methods of `PanelRequests`. */
import type { Handlers } from '../desk';
import { netAnswer, netBefore } from '../features/net';
import { alternatives, fillerEdits, weightsAnswer } from '../features/weights';
import { signalAnswer } from '../features/signal';
import { answering } from './answering';

export const panels: Handlers = {
  offers: () => ({}),
  register(desk) {
    answering(desk, 'prototxt/net', null, ({ document, analysis, state }) =>
      state ? netAnswer(document, analysis, state, desk.language()) : null,
    );
    answering(desk, 'prototxt/net/before', null, ({ document, state }, { text }) =>
      state ? netBefore(desk.documents.analysisOf(document.uri, text), state) : null,
    );
    answering(desk, 'prototxt/weights', null, ({ document, analysis, state }) =>
      state
        ? weightsAnswer(document, analysis, state, desk.documents.surroundings(document.uri), desk.language())
        : null,
    );
    answering(desk, 'prototxt/weights/alternatives', [], ({ analysis, state }, { blob }) =>
      state ? alternatives(analysis, state, blob) : [],
    );
    answering(desk, 'prototxt/weights/write', null, ({ document, analysis, state }, { blob, choice }) =>
      state ? fillerEdits(document, analysis, state, blob, choice) : null,
    );
    answering(desk, 'prototxt/signal', null, ({ document, analysis, state }, { input }) =>
      state ? signalAnswer(document, analysis.state(state), input, desk.language(), desk.runtime.timer) : null,
    );
  },
};
