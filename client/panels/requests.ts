/** What panels ask the server, typed by method. */
import type { PanelRequests, ReachRequests } from '#server/protocol';
import type { Server } from '../server';

type Requests = PanelRequests & ReachRequests;

export function panelRequest<Method extends keyof Requests>(server: Server, method: Method, params: Requests[Method]['params']): Promise<Requests[Method]['result']> {
  return server.request(method, params);
}
