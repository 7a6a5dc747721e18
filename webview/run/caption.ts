/** What is said of a run: above the chart, and as the caption of its figure. */
import { fillIn } from '#core/messages/fill-in';
import type { LastRun, RidgesOf, RunNet } from '#protocol/run';
import type { Heights } from './densities';
import { words } from './words';

/** State, seed and batch; the input where it is a file. */
export function ranIn(run: LastRun): string {
  const ran = withBatch(run);
  return run.input === null ? ran : fillIn(words.ranInput, { ran, input: run.input });
}

function withBatch({ state, seed, batch, layers }: LastRun): string {
  // That of the first input, where the person asked for none.
  const items = batch ?? layers.flatMap(({ tops }) => tops).find(({ shape }) => shape.length > 1)?.shape[0];
  return items === undefined
    ? fillIn(words.ran, { state, seed })
    : fillIn(words.ranBatch, { state, seed, batch: items });
}

export function lossIn({ printedLoss, evenLoss }: LastRun): string {
  if (printedLoss === null) return '';
  return evenLoss
    ? fillIn(words.lossEven, { loss: printedLoss, formula: evenLoss.formula, even: evenLoss.value })
    : fillIn(words.loss, { loss: printedLoss });
}

/** Everything that a reader needs who does not have the net. */
export function captionOf(
  name: string,
  run: LastRun,
  nets: readonly RunNet[],
  of: RidgesOf,
  heights: Heights,
  hasZeros: boolean,
): string {
  const title = {
    activations: words.captionActivations,
    gradients: words.captionGradients,
    weights: words.captionWeights,
  };
  const fillers = run.fillers.join(', ');
  const columns: Readonly<Record<RunNet, string>> = {
    asIs: fillers === '' ? '' : fillIn(words.captionAsIs, { fillers }),
    before: '',
    xavier: words.captionXavier,
    average: words.captionAverage,
    msra: words.captionMsra,
    lsuv: words.captionLsuv,
  };
  return [
    fillIn(title[of], { name }),
    fillIn(words.captionRan, { ran: withBatch(run), input: run.input ?? words.inputNoise }),
    ...nets.map((net) => columns[net]),
    { common: words.captionCommon, log: words.captionLog, own: words.captionOwn }[heights],
    hasZeros ? words.barExplained : '',
    lossIn(run),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
