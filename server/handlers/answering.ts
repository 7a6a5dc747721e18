import type { Context, Place } from '../context';
import type { DocumentRequests } from '#protocol/requests';

/** Registers the answer to a request of `DocumentRequests`; `nothing` is the answer if the document is not open. */
export function answering<Method extends keyof DocumentRequests>(
  { connection, forDocument }: Pick<Context, 'connection' | 'forDocument'>,
  method: Method,
  nothing: DocumentRequests[Method]['result'],
  answer: (
    place: Place,
    params: DocumentRequests[Method]['params'],
  ) => DocumentRequests[Method]['result'] | Promise<DocumentRequests[Method]['result']>,
): void {
  connection.onRequest<unknown, never>(method, forDocument(method, nothing, answer));
}
