/** Answers the requests of the panels, `PanelRequests`. */
import { seedFor } from '#project/seed';
import type { Handlers } from '../context';
import { firstValues } from '../features/first-values';
import { loadedFigures, loadedValues } from '../features/loaded-weights';
import { lacksOf, shapeEdits } from '../features/lacks';
import { netAnswer, netBefore } from '../features/net-panel';
import { alternatives, fillerEdits, weightsAnswer } from '../features/weights-panel';
import { signalAnswer } from '../features/signal-panel';
import { answering } from './answering';

export const panels: Handlers = {
  offers: () => ({}),
  register(context) {
    const versionOf = numbering();
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
        ? weightsAnswer(
            document,
            analysis,
            state,
            context.documents.surroundings(document.uri),
            context.language(),
            versionOf(context.documents.surroundings(document.uri).model),
          )
        : null,
    );
    answering(context, 'prototxt/weights/first', null, ({ document, analysis, state }, { blob }) => {
      const { value: seed } = seedFor(context.documents.surroundings(document.uri));
      return state ? firstValues(analysis.state(state), blob, seed, context.runtime) : null;
    });
    answering(context, 'prototxt/weights/loaded', null, ({ document, analysis, state }, asked) => {
      const { model } = context.documents.surroundings(document.uri);
      return state ? loadedFigures(analysis.state(state), asked, model, context.runtime.files) : null;
    });
    answering(context, 'prototxt/weights/loaded/values', null, ({ document, analysis, state }, asked) => {
      const { model } = context.documents.surroundings(document.uri);
      return state ? loadedValues(analysis.state(state), asked, model, context.runtime.files) : null;
    });
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

/** Gives each object a number of its own; 0 for none. */
function numbering(): (object: object | undefined) => number {
  const numbers = new WeakMap<object, number>();
  let last = 0;
  return (object) => {
    if (!object) return 0;
    const number = numbers.get(object) ?? ++last;
    numbers.set(object, number);
    return number;
  };
}
