/** The settings with their types and defaults; `contributes.configuration` in package.json declares the same to the editor. */
export interface Settings {
  /** The phase to check and show; `auto`: those that a file is meant for. */
  readonly phase: 'auto' | 'TRAIN' | 'TEST';
  /**
   * `CxHxW`: the shape of a record of the data layers, if neither the net nor a file beside it determines it; empty: unknown.
   */
  readonly datum: string;
  /** `auto`, a dialect's name, or the path of a proto relative to the workspace folder. */
  readonly schema: string;
  /** Names from the user's own Caffe (fields, values and types) that are not reported. */
  readonly acceptedNames: readonly string[];
  /** Chips and converters that nets are judged for: names, and paths of JSON files. */
  readonly targets: readonly string[];
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
  targets: [],
  inlayHints: { shapes: true, fillers: true, cost: false },
  codeLens: { weights: true },
};

/** Parses what a client sent for the section: values of a wrong type count as not set. */
export function settingsOf(value: unknown): Settings {
  const hints = memberOf(value, 'inlayHints');
  const lensWeights = memberOf(memberOf(value, 'codeLens'), 'weights');
  const phase = memberOf(value, 'phase');
  const datum = memberOf(value, 'datum');
  const schema = memberOf(value, 'schema');
  const on = (name: keyof InlayHintSwitches): boolean => {
    const written = memberOf(hints, name);
    return typeof written === 'boolean' ? written : defaults.inlayHints[name];
  };
  return {
    phase: phase === 'TRAIN' || phase === 'TEST' ? phase : defaults.phase,
    datum: typeof datum === 'string' ? datum : defaults.datum,
    schema: typeof schema === 'string' && schema !== '' ? schema : defaults.schema,
    acceptedNames: stringsIn(memberOf(value, 'acceptedNames')),
    targets: stringsIn(memberOf(value, 'targets')),
    inlayHints: { shapes: on('shapes'), fillers: on('fillers'), cost: on('cost') },
    codeLens: { weights: typeof lensWeights === 'boolean' ? lensWeights : defaults.codeLens.weights },
  };
}

function stringsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** A member of any value; undefined if there is none. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
