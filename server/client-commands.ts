/** Which commands of `#protocol/commands` the client has, as listed in `initializationOptions.commands`. */
import { acceptNames, chooseProto, previewWeights, triggerSuggest, upgradeModel, useSchema } from '#protocol/commands';
import { memberOf } from './settings';

export interface ClientCommands {
  readonly previewWeights: boolean;
  readonly useSchema: boolean;
  /** Lets the user choose a proto, and writes the comment that names it. */
  readonly chooseProto: boolean;
  /** Adds names to the setting `acceptedNames`, after showing the user what is written. */
  readonly acceptNames: boolean;
  /** Rewrites an old `.caffemodel`, once the person has said where to. */
  readonly upgradeModel: boolean;
  readonly triggerSuggest: boolean;
}

export function commandsOf(options: unknown): ClientCommands {
  const commands = memberOf(options, 'commands');
  const has = (command: string): boolean => Array.isArray(commands) && commands.includes(command);
  return {
    previewWeights: has(previewWeights),
    useSchema: has(useSchema),
    chooseProto: has(chooseProto),
    acceptNames: has(acceptNames),
    upgradeModel: has(upgradeModel),
    triggerSuggest: has(triggerSuggest),
  };
}

/** True for a client with a command that shows a panel. */
export function hasPanels(options: unknown): boolean {
  return commandsOf(options).previewWeights;
}
