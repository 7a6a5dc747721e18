/** Commands of a client that answers may call, as it names them in `initializationOptions.commands`. */
import { memberOf } from './settings';

export interface ClientCommands {
  readonly previewWeights: boolean;
  /** Sets the schema of the workspace. */
  readonly useSchema: boolean;
  /** Asks for a proto, and writes the comment that names it. */
  readonly chooseProto: boolean;
  /** Adds names to the setting `acceptedNames`, once the person has seen what is written. */
  readonly acceptNames: boolean;
}

export const previewWeights = 'prototxtLens.previewWeights';
export const useSchema = 'prototxtLens.useSchema';
export const chooseProto = 'prototxtLens.chooseProto';
export const acceptNames = 'prototxtLens.acceptNames';

export function commandsOf(options: unknown): ClientCommands {
  const commands = memberOf(options, 'commands');
  const has = (command: string): boolean => Array.isArray(commands) && commands.includes(command);
  return {
    previewWeights: has(previewWeights),
    useSchema: has(useSchema),
    chooseProto: has(chooseProto),
    acceptNames: has(acceptNames),
  };
}

/** True for a client with a command that shows a panel. */
export function hasPanels(options: unknown): boolean {
  return commandsOf(options).previewWeights;
}
