/** A text analyzed together with the files around it, as the command line and the tools report it. */
import { analyze, type Analysis, type AnalyzeOptions } from '#core/analysis/analysis';
import { inTextOrder } from '#core/analysis/merge';
import { lazy } from '#core/lazy';
import { choosingBeside } from '#core/dialects/choose-beside';
import type { NetState, Phase } from '#core/net/model';
import { problemsAround } from './problems';
import type { Schemas } from './schemas';
import { nothingAround, type Look, type Surroundings } from './surroundings';

/** The NetState that was asked for; without a phase, all states that the file is meant for. */
export interface AskedState {
  readonly phase: Phase | undefined;
  readonly level: number;
  readonly stages: readonly string[];
}

export interface FileOptions extends Pick<AnalyzeOptions, 'kind' | 'accepted' | 'targets'> {
  readonly uri: string;
  readonly schemas: Schemas;
  /** Undefined: the files around the text are not read. */
  readonly look: Look | undefined;
  readonly state: AskedState;
  readonly datum?: readonly number[] | undefined;
}

export interface AnalyzedFile {
  /** Its problems include those that depend on other files. */
  readonly analysis: Analysis;
  readonly around: Surroundings;
}

/** Reads the proto that the text names, then the files around it. Never rejects, and never throws, whatever the text. */
export async function analyzeFile(text: string, options: FileOptions): Promise<AnalyzedFile> {
  const { uri, schemas, look, targets = [] } = options;
  await schemas.ready(uri, text);
  const alone = analysisIn(nothingAround, text, options);
  const around = look ? await look({ uri, analysis: alone, targets }) : nothingAround;
  // The mean files may change any shape, the solver which states count, and the nets of a solver its Caffe.
  const decides =
    around.meanShapes.size > 0 || around.targets.size > 0 || around.netCaffes.length > 0 || around.solver !== undefined;
  const analysis = decides ? analysisIn(around, text, options) : alone;
  return { analysis: withProblemsAround(analysis, around), around };
}

function analysisIn(
  { meanShapes, solver, netCaffes, targets: ownTargets }: Surroundings,
  text: string,
  { uri, schemas, state, datum, kind, accepted, targets }: FileOptions,
): Analysis {
  return analyzeIn(state, text, {
    dialect: choosingBeside(netCaffes, schemas.chooserFor(uri)),
    depth: 'all',
    ownTargets,
    solverStates: solver?.states,
    solverPhases: solver?.phases,
    targets,
    ...(accepted && { accepted }),
    ...(kind && { kind }),
    world: { meanShape: (mean) => meanShapes.get(mean), ...(datum && { datum }) },
  });
}

/** Computed only when the problems are read. */
function withProblemsAround(analysis: Analysis, surroundings: Surroundings): Analysis {
  const around = lazy(() => problemsAround(analysis, surroundings));
  return Object.create(analysis, {
    problems: { get: () => inTextOrder([...analysis.problems, ...around()]) },
    problemsIn: {
      value: (state: NetState) => inTextOrder([...analysis.problemsIn(state), ...around()]),
    },
  }) as Analysis;
}

/**
 * Without a phase, a given level and stages still apply: each phase is used in which the net then has a layer without bottoms.
 */
function analyzeIn({ phase, level, stages }: AskedState, text: string, asked: AnalyzeOptions): Analysis {
  if (phase !== undefined) return analyze(text, { ...asked, states: [{ phase, level, stages }] });
  const analysis = analyze(text, asked);
  if ((level === 0 && stages.length === 0) || analysis.kind !== 'net') return analysis;
  const states = (['TRAIN', 'TEST'] as const).map((each): NetState => ({ phase: each, level, stages }));
  const served = states.filter((state) =>
    analysis.state(state).net.layers.some(({ bottoms, tops }) => bottoms.length === 0 && tops.length > 0),
  );
  return analyze(text, { ...asked, states: served.length > 0 ? served : states.slice(1) });
}
