/** "Preview weights" over each layer that a filler fills. Only for clients that say they have the command. */
import type { Analysis } from '#core/analysis';
import type { Language } from '#core/messages/language';
import type { NetState } from '#core/net/model';
import type { Span } from '#core/problems';
import { memberOf } from '../settings';

export interface WeightsLens {
  readonly title: string;
  readonly command: string;
  readonly span: Span;
  /** Name of the layer. */
  readonly layer: string;
}

/** Commands of a client that lenses may call, as it names them in `initializationOptions.commands`. */
export interface ClientCommands {
  readonly previewWeights: boolean;
}

const previewWeights = 'prototxtLens.previewWeights';

export function commandsOf(options: unknown): ClientCommands {
  const commands = memberOf(options, 'commands');
  return { previewWeights: Array.isArray(commands) && commands.includes(previewWeights) };
}

/** True for a client with a command that shows a panel. */
export function hasPanels(options: unknown): boolean {
  return Object.values(commandsOf(options)).includes(true);
}

export function codeLenses(analysis: Analysis, state: NetState, { lenses }: Language): readonly WeightsLens[] {
  return analysis.state(state).layers.flatMap(({ layer, params }) => {
    const filled = params.some(({ start, shape }) => start.kind === 'filler' && shape !== null);
    return filled ? [{ title: lenses.previewWeights, command: previewWeights, span: layer.span, layer: layer.name }] : [];
  });
}
