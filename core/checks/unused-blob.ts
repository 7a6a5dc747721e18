import type { Problem, Span } from '../problems';
import { lossWeightsOf } from '../net/heads';
import { mayBeAbsent } from '../net/state';
import type { NetCheck } from './check';
import type { NetFacts } from './facts';

/**
 * A blob that no layer reads is an output of the net. A deploy net is made for its outputs; in a net that trains they
 * are wasted work. Single values, such as losses and accuracies, are logged.
 */
export const unusedBlob: NetCheck = {
  kind: 'net',
  code: 'check/unused-blob',
  find: (facts, all) =>
    facts.hasLoss && facts.analysis.state.phase === 'TRAIN' && !mayBeRead(facts)
      ? unusedIn(facts).filter(({ span }) => !all.some((other) => isRead(other, span)))
      : [],
};

/** True where a bottom is misspelt or not written yet, so it may be the reader, or where it is not known which layers are in. */
function mayBeRead({ analysis: { net } }: NetFacts): boolean {
  return net.layers.some(
    ({ message, bottoms }) => mayBeAbsent(message) || bottoms.some(({ blob }) => blob === undefined),
  );
}

/** True where the blob made at this span has a reader in that state. */
function isRead({ analysis: { net }, readers }: NetFacts, { start }: Span): boolean {
  return net.layers.some(({ tops }) =>
    tops.some((top) => top.span.start === start && (readers[top.blob.id]?.length ?? 0) > 0),
  );
}

function unusedIn({ analysis: { layers }, readers }: NetFacts): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { layer, rule, tops } of layers) {
    if (!rule) continue;
    layer.tops.forEach(({ name, span, blob, automatic }, i) => {
      const shape = tops[i] ?? null;
      if (automatic || shape === null || shape.length === 0 || (readers[blob.id]?.length ?? 0) > 0) return;
      if (rule.arity.automaticTops !== undefined || lossWeightsOf(layer.message).some((weight) => weight !== 0)) return;
      problems.push({ code: 'check/unused-blob', span, args: { name, layer: layer.name } });
    });
  }
  return problems;
}
