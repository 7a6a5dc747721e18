/** The commands of `#protocol/commands` that a client has, as it names them in `initializationOptions.commands`. */
import { previewWeights, triggerSuggest, useSchema } from '#protocol/commands';
import { memberOf } from './settings';

export interface ClientCommands {
  readonly previewWeights: boolean;
  readonly useSchema: boolean;
  readonly triggerSuggest: boolean;
}

export function commandsOf(options: unknown): ClientCommands {
  const commands = memberOf(options, 'commands');
  const has = (command: string): boolean => Array.isArray(commands) && commands.includes(command);
  return {
    previewWeights: has(previewWeights),
    useSchema: has(useSchema),
    triggerSuggest: has(triggerSuggest),
  };
}

/** True for a client with a command that shows a panel. */
export function hasPanels(options: unknown): boolean {
  return commandsOf(options).previewWeights;
}
