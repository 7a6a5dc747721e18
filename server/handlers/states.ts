/** The states in which a net is checked and shown, as chosen by the user. */
import type { Handlers } from '../context';
import { statesAnswer } from '../features/states';
import type { StateRequests } from '#protocol/requests';
import { guard } from '../guard';
import { answering } from './answering';

export const states: Handlers = {
  offers: () => ({}),
  register(context) {
    const { connection, runtime, documents, refreshDocument } = context;
    answering(context, 'prototxt/states', null, ({ document, analysis }) =>
      statesAnswer(analysis, documents.surroundings(document.uri).solver?.states ?? []),
    );
    connection.onRequest(
      'prototxt/states/choose',
      ({ uri, state }: StateRequests['prototxt/states/choose']['params'], token) =>
        guard('Choosing a state', token, runtime.log, () => {
          documents.chooseState(uri, state ?? undefined);
          refreshDocument(uri);
          return null;
        }),
    );
  },
};
