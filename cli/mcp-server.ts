/** An MCP server that offers tools: a bundle of its own, which only `prototxt-lens mcp` loads. */
import type { Readable, Writable } from 'node:stream';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { RequestHandlerExtra } from '@modelcontextprotocol/sdk/shared/protocol.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type CallToolResult,
  type ServerNotification,
  type ServerRequest,
  type Tool as McpTool,
} from '@modelcontextprotocol/sdk/types.js';
import { inJson, shown } from '#core/messages/shown';
import { schemaOf } from '#tools/json-schema';
import type { Tool, ToolContext } from '#tools/tool';

export interface Served {
  readonly tools: readonly Tool[];
  readonly context: ToolContext;
  readonly version: string;
}

type Extra = RequestHandlerExtra<ServerRequest, ServerNotification>;

const instructions =
  'Facts about Caffe nets (.prototxt): what Caffe accepts, shapes, initial weights, cost. Check a net with prototxt_check after every change. Paths are within the folders that the server was started for; lines and columns count from 1.';

/** The schemas of the tools are not zod's, so the SDK's server is used without its layer for zod. */
export function mcpServer({ tools, context, version }: Served): Server {
  const server = new Server({ name: 'prototxt-lens', version }, { capabilities: { tools: {} }, instructions });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(described) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, extra): Promise<CallToolResult> => {
    const tool = tools.find(({ name }) => name === params.name);
    if (!tool) throw new McpError(ErrorCode.InvalidParams, `There is no tool ${shown(params.name)}.`);
    const answer = await tool.answer(params.arguments, { ...context, ...callerOf(extra) });
    if (answer.kind === 'error') return { isError: true, content: [{ type: 'text', text: answer.message }] };
    const value = answer.value as Record<string, unknown>;
    return { content: [{ type: 'text', text: inJson(value) }], structuredContent: value };
  });
  return server;
}

/** Serves until the input ends. Errors of the protocol are passed to `complain`. */
export async function serveTools(
  served: Served,
  input: Readable,
  output: Writable,
  complain: (message: string) => void,
): Promise<void> {
  const server = mcpServer(served);
  server.onerror = (error) => complain(shown(error.message));
  const closed = new Promise<void>((resolve) => {
    server.onclose = resolve;
    input.once('end', () => void server.close());
    input.once('close', () => void server.close());
  });
  await server.connect(new StdioServerTransport(input, output, { maxBufferSize: largestMessage }));
  await closed;
}

/** In bytes: a text of 2²³ characters as JSON, with room for escapes. */
const largestMessage = 1 << 26;

function described({ name, title, description, input, output }: Tool): McpTool {
  return {
    name,
    title,
    description,
    inputSchema: schemaOf(input, 'input'),
    outputSchema: schemaOf(output, 'output'),
    annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
}

/** How a tool learns that its caller has gone, and tells it how far it is. */
function callerOf({ signal, sendNotification, _meta }: Extra): Pick<ToolContext, 'whenCancelled' | 'progress'> {
  const progressToken = _meta?.progressToken;
  return {
    whenCancelled: (listener) => {
      if (signal.aborted) listener();
      else signal.addEventListener('abort', listener, { once: true });
    },
    ...(progressToken !== undefined && {
      progress: (progress) =>
        void sendNotification({
          method: 'notifications/progress',
          params: { progressToken, progress, total: 1 },
        }).catch(() => undefined),
    }),
  };
}
