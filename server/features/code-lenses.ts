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
  /** Sets the schema of the workspace. */
  readonly useSchema: boolean;
}

const previewWeights = 'prototxtLens.previewWeights';
export const useSchema = 'prototxtLens.useSchema';

export function commandsOf(options: unknown): ClientCommands {
  const commands = memberOf(options, 'commands');
  const has = (command: string): boolean => Array.isArray(commands) && commands.includes(command);
  return { previewWeights: has(previewWeights), useSchema: has(useSchema) };
}

/** True for a client with a command that shows a panel. */
export function hasPanels(options: unknown): boolean {
  return commandsOf(options).previewWeights;
}

export function codeLenses(analysis: Analysis, state: NetState, { lenses }: Language): readonly WeightsLens[] {
  return analysis.state(state).layers.flatMap(({ layer, params }) => {
    const filled = params.some(({ start, shape }) => start.kind !== 'value' && shape !== null);
    return filled ? [{ title: lenses.previewWeights, command: previewWeights, span: layer.span, layer: layer.name }] : [];
  });
}
