/** The tools for language models, for a client that offers them in its editor. */
import type { CancellationToken } from 'vscode-languageserver';
import { datumIn } from '#core/comments/values';
import { inJson } from '#core/messages/shown';
import type { ToolRequests, ToolResult } from '#protocol/requests';
import { toolNamed } from '#tools/index';
import type { Handlers } from '../context';
import { guard } from '../guard';

export const tools: Handlers = {
  offers: () => ({}),
  register(context) {
    const { connection, runtime, client, settings, place } = context;
    connection.onRequest<ToolResult | null, never>(
      'prototxt/tool',
      ({ name, input }: ToolRequests['prototxt/tool']['params'], token: CancellationToken) =>
        guard<ToolResult | null>('Tool', token, runtime.log, async () => {
          const { schema, datum, acceptedNames, targets } = settings();
          const answer = await toolNamed(name)?.answer(input, {
            files: runtime.files,
            roots: client().roots,
            openText: (uri) => place(uri)?.document.getText(),
            usual: { schema, datum: datumIn(datum), acceptedNames, targets },
            start: runtime.start,
            whenCancelled: (listener) => void token.onCancellationRequested(listener),
          });
          if (!answer) return null;
          return answer.kind === 'answer' ? { kind: 'answer', json: inJson(answer.value) } : answer;
        }),
    );
  },
};
