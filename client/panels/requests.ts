/** What panels ask the server, typed by method. */
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { PanelRequests } from '#server/protocol';

export function panelRequest<Method extends keyof PanelRequests>(
  client: BaseLanguageClient,
  method: Method,
  params: PanelRequests[Method]['params'],
): Promise<PanelRequests[Method]['result']> {
  return client.sendRequest<PanelRequests[Method]['result']>(method, params);
}
