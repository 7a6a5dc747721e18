/** What panels ask the server, typed by method. */
import type { PanelRequests } from '#server/protocol';
import type { Server } from '../server';

export function panelRequest<Method extends keyof PanelRequests>(
  server: Server,
  method: Method,
  params: PanelRequests[Method]['params'],
): Promise<PanelRequests[Method]['result']> {
  return server.request<PanelRequests[Method]['result']>(method, params);
}
