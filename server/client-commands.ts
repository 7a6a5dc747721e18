/** Commands of a client that answers may call, as it names them in `initializationOptions.commands`. */
import { memberOf } from './settings';

export interface ClientCommands {
  readonly previewWeights: boolean;
  /** Sets the schema of the workspace. */
  readonly useSchema: boolean;
}

export const previewWeights = 'prototxtLens.previewWeights';
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
