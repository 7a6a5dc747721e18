/**
 * Client commands that the server may use in its answers. The client lists those it supports in
 * `initializationOptions.commands`.
 */

/** Shows the initial weights panel. Arguments: a document's URI and a layer's name. */
export const previewWeights = 'prototxtLens.previewWeights';

/** Sets the schema of the workspace. Argument: the value of the setting. */
export const useSchema = 'prototxtLens.useSchema';

/** Lets the user choose a proto, and writes the comment that names it. Argument: a document's URI. */
export const chooseProto = 'prototxtLens.chooseProto';

/** Adds names to the setting `acceptedNames`. Arguments: a document's URI and the names. */
export const acceptNames = 'prototxtLens.acceptNames';

/** Asks where to, and rewrites a `.caffemodel` of V0 or V1 layers; argument: its URI. */
export const upgradeModel = 'prototxtLens.upgradeModel';

/** VS Code's own command that opens the list of completions. */
export const triggerSuggest = 'editor.action.triggerSuggest';
