/** Answers the requests of the panels, `PanelRequests`. */
import type { Handlers } from '../context';
import { lacksOf, shapeEdits } from '../features/lacks';
import { netAnswer, netBefore } from '../features/net-panel';
import { alternatives, fillerEdits, weightsAnswer } from '../features/weights-panel';
import { signalAnswer } from '../features/signal-panel';
import { answering } from './answering';

export const panels: Handlers = {
  offers: () => ({}),
  register(context) {
    answering(context, 'prototxt/lacks', [], ({ document, analysis, state }) =>
      lacksOf(document, analysis, state, context.language()),
    );
    answering(context, 'prototxt/lacks/write', null, ({ document, analysis, state }, { written }) =>
      shapeEdits(document, analysis, state, written),
    );
    answering(context, 'prototxt/net', null, ({ document, analysis, state }) =>
      state ? netAnswer(document, analysis, state, context.language()) : null,
    );
    answering(context, 'prototxt/net/before', null, ({ document, state }, { text }) =>
      state ? netBefore(context.documents.analysisOf(document.uri, text), state) : null,
    );
    answering(context, 'prototxt/weights', null, ({ document, analysis, state }) =>
      state
        ? weightsAnswer(document, analysis, state, context.documents.surroundings(document.uri), context.language())
        : null,
    );
    answering(context, 'prototxt/weights/alternatives', [], ({ analysis, state }, { blob }) =>
      state ? alternatives(analysis, state, blob) : [],
    );
    answering(context, 'prototxt/weights/write', null, ({ document, analysis, state }, { blob, choice }) =>
      state ? fillerEdits(document, analysis, state, blob, choice) : null,
    );
    answering(context, 'prototxt/signal', null, ({ document, analysis, state }, { input }) =>
      state
        ? signalAnswer(
            document,
            analysis.state(state),
            input,
            context.language(),
            context.runtime.timer,
            context.runs.of(document.uri),
          )
        : null,
    );
  },
};
