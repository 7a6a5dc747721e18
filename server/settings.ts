/** The settings, their values and defaults; `contributes.configuration` in package.json says the same to the editor. */
export interface Settings {
  /** The phase that is checked and shown; `auto`: those that a file serves. */
  readonly phase: 'auto' | 'TRAIN' | 'TEST';
  /** `CxHxW` of one record of the data layers, where neither the net nor a file beside it tells; empty: unknown. */
  readonly datum: string;
  /** `auto`, a dialect's name, or the path of a proto from the workspace's folder. */
  readonly schema: string;
  /** Names of the user's own Caffe, of fields, values and types: nothing is said of them. */
  readonly acceptedNames: readonly string[];
  readonly inlayHints: InlayHintSwitches;
  readonly codeLens: CodeLensSwitches;
}

export interface CodeLensSwitches {
  readonly weights: boolean;
}

export interface InlayHintSwitches {
  readonly shapes: boolean;
  readonly fillers: boolean;
  readonly cost: boolean;
}

export const section = 'prototxtLens';

export const defaults: Settings = {
  phase: 'auto',
  datum: '',
  schema: 'auto',
  acceptedNames: [],
  inlayHints: { shapes: true, fillers: true, cost: false },
  codeLens: { weights: true },
};

/** What a client sent for the section: a value of another type counts as not set. */
export function settingsOf(value: unknown): Settings {
  const hints = memberOf(value, 'inlayHints');
  const lensWeights = memberOf(memberOf(value, 'codeLens'), 'weights');
  const phase = memberOf(value, 'phase');
  const datum = memberOf(value, 'datum');
  const schema = memberOf(value, 'schema');
  const accepted = memberOf(value, 'acceptedNames');
  const on = (name: keyof InlayHintSwitches): boolean => {
    const written = memberOf(hints, name);
    return typeof written === 'boolean' ? written : defaults.inlayHints[name];
  };
  return {
    phase: phase === 'TRAIN' || phase === 'TEST' ? phase : defaults.phase,
    datum: typeof datum === 'string' ? datum : defaults.datum,
    schema: typeof schema === 'string' && schema !== '' ? schema : defaults.schema,
    acceptedNames: Array.isArray(accepted)
      ? accepted.filter((name): name is string => typeof name === 'string')
      : defaults.acceptedNames,
    inlayHints: { shapes: on('shapes'), fillers: on('fillers'), cost: on('cost') },
    codeLens: { weights: typeof lensWeights === 'boolean' ? lensWeights : defaults.codeLens.weights },
  };
}

/** A member of anything; undefined where there is none. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
