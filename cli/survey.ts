/** The loop of all commands over their files: reads and analyzes each and passes it on, one after the other. */
import { analyze, type Analysis, type AnalyzeOptions } from '#core/analysis/analysis';
import { schemaDirective } from '#core/comments/comments';
import { lazy } from '#core/lazy';
import { visible } from '#core/messages/shown';
import { inTextOrder } from '#core/analysis/merge';
import { fillIn } from '#core/messages/render';
import type { NetState } from '#core/net/model';
import { placeless, type Problem } from '#core/problems/index';
import { problemsAround } from '#project/problems';
import { createLook, nothingAround, type Look, type Surroundings } from '#project/surroundings';
import { exitOk, exitUsage, type Io } from './io';
import { load } from './load';
import type { AskedState, Options } from './options';

export type Surveyed =
  | { readonly kind: 'unreadable'; readonly path: string; readonly problem: Problem }
  | {
      readonly kind: 'analysed';
      readonly path: string;
      /** Its problems include those that depend on other files. */
      readonly analysis: Analysis;
      readonly around: Surroundings;
      /** The proto that it names can't be read: it is read by another Caffe. */
      readonly isProtoBroken: boolean;
    };

/**
 * Hands each file to `visit`, in the order given, until it resolves to false.
 * The exit status is 2 if some file, or a proto that it names, could not be read; the others are done all the same.
 */
export async function survey(options: Options, io: Io, visit: (file: Surveyed) => Promise<boolean>): Promise<number> {
  const look = createLook({
    files: io.files,
    roots: [io.uriOf('.')],
    schemas: options.schemas,
    language: io.language,
  });
  let status = exitOk;
  for (const path of options.files) {
    const file = await surveyOne(path, options, io, look);
    if (file.kind === 'unreadable' || file.isProtoBroken) status = exitUsage;
    if (!(await visit(file))) break;
  }
  return status;
}

/** Standard input is treated as a file of this name in the working directory, to find its surroundings. */
const inputName = 'stdin';

async function surveyOne(path: string, options: Options, io: Io, look: Look): Promise<Surveyed> {
  const loaded = await load(path, io);
  if (loaded.kind === 'unreadable') {
    return { kind: 'unreadable', path, problem: placeless('file/unreadable', { path, reason: loaded.reason }) };
  }
  const { schemas, accepted, kind, state, datum, depth, targets } = options;
  const uri = io.uriOf(path === '-' ? inputName : path);
  await schemas.ready(uri, loaded.text);
  const analysisIn = ({ meanShapes, solver, targets: ownTargets }: Surroundings): Analysis =>
    analyzeIn(state, loaded.text, {
      dialect: schemas.chooserFor(uri),
      accepted,
      depth: 'all',
      targets,
      ownTargets,
      solverStates: solver?.states,
      ...(kind && { kind }),
      world: { meanShape: (mean) => meanShapes.get(mean), ...(datum && { datum }) },
    });
  const alone = analysisIn(nothingAround);
  const isProtoBroken = complainsOfProto(uri, alone, options, io);
  const around = depth === 'syntax' ? nothingAround : await look({ uri, analysis: alone, targets });
  // The mean files and the solver may change any shape.
  const decides = around.meanShapes.size > 0 || around.targets.size > 0 || (around.solver?.states.length ?? 0) > 0;
  const analysis = decides ? analysisIn(around) : alone;
  return { kind: 'analysed', path, analysis: withProblemsAround(analysis, around), around, isProtoBroken };
}

/** True where the proto that a file names is broken: told at its own place. One that isn't there is a problem of the file. */
function complainsOfProto(uri: string, { references }: Analysis, { schemas }: Options, io: Io): boolean {
  const proto = references.find(({ field }) => field === schemaDirective);
  const trouble = proto && schemas.troubleWith(uri, proto.path);
  if (trouble?.kind !== 'broken') return false;
  const { problems, phrases } = io.language;
  const sentence = fillIn(problems['schema/broken-proto'], { reason: trouble.reason }, phrases);
  io.complain(`${visible(proto?.path ?? '')}:${trouble.line + 1}: error schema/broken-proto ${sentence}`);
  return true;
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
