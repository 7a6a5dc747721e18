/** The net's graph: the model, its layout by sections, and for comparison dagre on the whole graph. */
import { layout as dagre, graphlib } from '@dagrejs/dagre';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { english } from '#core/messages/en/index';
import { netAnswer } from '#server/features/net-panel';
import { graphOf } from '#webview/net/graph';
import { layoutOf } from '#webview/net/layout';
import { sizeOf } from '#webview/net/measure';
import { toAnalysis } from './engine';
import { inRounds, type Timing } from './rounds';

const rounds = 5;

export function layouts(text: string): Promise<readonly Timing[]> {
  const analysis = toAnalysis(text);
  const [state] = analysis.states;
  if (!state) throw new Error('a net has a state');
  const document = TextDocument.create('file:///net.prototxt', 'prototxt', 1, text);
  const answer = netAnswer(document, analysis, state, english);
  const graph = graphOf(answer, new Set());
  return inRounds(
    [
      { name: `layout by sections, ${graph.nodes.length} nodes`, run: () => layoutOf(graph), times: 3 },
      { name: 'graph from what the server tells', run: () => graphOf(answer, new Set()), times: 3 },
      {
        name: 'what the server tells, costs included',
        run: () => netAnswer(document, analysis, state, english),
        times: 3,
      },
      { name: 'dagre on the whole graph', run: () => whole(graph), times: 1 },
    ],
    rounds,
  );
}

function whole({ nodes, edges }: ReturnType<typeof graphOf>): void {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({});
  for (const node of nodes) graph.setNode(node.id, { ...sizeOf(node) });
  edges.forEach(({ from, to }, i) => graph.setEdge(from, to, {}, String(i)));
  dagre(graph);
}
