/** Commands that a client may have, which the server then puts into its answers. The client names them in `initializationOptions.commands`. */

/** Shows the panel of initial weights; arguments: a document's URI and the name of a layer. */
export const previewWeights = 'prototxtLens.previewWeights';

/** Sets the schema of the workspace; argument: the value of the setting. */
export const useSchema = 'prototxtLens.useSchema';

/** Asks for a proto, and writes the comment that names it; argument: a document's URI. */
export const chooseProto = 'prototxtLens.chooseProto';

/** Adds names to the setting `acceptedNames`; arguments: a document's URI and the names. */
export const acceptNames = 'prototxtLens.acceptNames';

/** VS Code's own, which opens the list of proposals. */
export const triggerSuggest = 'editor.action.triggerSuggest';
