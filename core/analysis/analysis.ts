/**
 * The single entry point to the engine: `analyze(text, options)`. Everything that the editor, the command line and
 * other programs show is derived from its result.
 */
import { advise, stepsToAdvice, type Depth } from '../checks';
import type { Chooser, Choice, Dialect, Reason } from '../dialects/dialect';
import { homesIn } from '../dialects/field-home';
import {
  commentsOf,
  isProtoPath,
  schemaDirective,
  targetDirective,
  weightsDirective,
  type Comments,
} from '../comments/comments';
import { withoutDisputed } from './disputed';
import { ofSoundPart, withoutDoubtful } from './following';
import { inState, inStates } from './in-states';
import type { StateAnalysis } from '../infer/types';
import { kindOf, type FileKind } from '../dialects/kind';
import { lazy } from '../lazy';
import { inTextOrder, mergeStates, reportedOnce } from './merge';
import { headsOf, type LayerHead } from '../net/heads';
import type { Names, NetState, Phase } from '../net/model';
import { namesOf } from '../net/names';
import type { World } from '../net/rules';
import { testState } from '../net/state';
import { upgradeNet } from '../net/upgrade';
import { suggesting, type Problem } from '../problems';
import { referencesOf, type FileReference } from './references';
import { bind } from '../schema/bind';
import type { Message } from '../schema/message';
import { withoutDoubtfulErrors } from './doubtful-states';
import { asSolved, servedStates } from './served-states';
import { inlineNets } from '../solver/inline-nets';
import { unknownCodes, withoutSuppressed } from '../comments/suppressions';
import { solverProblems } from '../solver/solver';
import { builtInTarget, isTargetPath, targetNames } from '../targets';
import { deployState, judge } from '../targets/judge';
import { portability, type LayerPortability } from '../targets/portability';
import type { NamedTarget, TargetReading } from '../targets/target';
import { nearest } from '../text/suggest';
import { bvlc } from '../dialects/bvlc';
import type { Steps } from '../steps';
import { parse } from '../text/parser';
import { maskTemplates, placeholders } from '../text/templates';
import type { Tree } from '../text/tree';
import { foldNames } from './unknown-names';

export interface AnalyzeOptions {
  /** The dialect of the file, or a function that chooses it from the text. */
  readonly dialect: Dialect | Chooser;
  /** Default: detected from the content. */
  readonly kind?: FileKind;
  readonly world?: Partial<World>;
  /** Names of fields, values and types that the user's own Caffe has: not reported where the dialect is a guess. */
  readonly accepted?: ReadonlySet<string>;
  /** Only these states. Default: the states that the file serves. */
  readonly states?: readonly NetState[];
  /** The states to use where neither `states` nor a comment in the file gives any. */
  readonly usualStates?: readonly NetState[] | undefined;
  /**
   * From the solver beside the net. They replace the plain state of their phase where no other option or comment gives
   * states.
   */
  readonly solverStates?: readonly NetState[] | undefined;
  /** The phases in which that solver builds the net; see `doubtful-states.ts`. */
  readonly solverPhases?: readonly Phase[] | undefined;
  /** The targets to judge a net for, where no comment in the file names any. Default: none. */
  readonly targets?: readonly string[] | undefined;
  /** The user's own targets, by path as written in a comment or in `targets`. */
  readonly ownTargets?: ReadonlyMap<string, TargetReading> | undefined;
  /** `quick` leaves out problems that take long to compute; see `Analysis.deeper`. Default: `quick`. */
  readonly depth?: Depth;
}

export interface Analysis {
  readonly text: string;
  readonly kind: FileKind;
  readonly dialect: Dialect;
  /** What a net is judged by besides its text; undefined for other files. */
  readonly world: World | undefined;
  /** Why this dialect was chosen. */
  readonly reason: Reason;
  readonly tree: Tree;
  /** The file's comments that address this tool. */
  readonly comments: Comments;
  /** The bound NetParameter or SolverParameter; undefined for `other`. */
  readonly message: Message | undefined;
  /** The states that the file serves, or those asked for; never empty for a net. */
  readonly states: readonly NetState[];
  /**
   * Where the states come from: the caller (`asked`), a comment in the file (`directive`), the caller's `usualStates`,
   * or the layers of the file (`served`).
   */
  readonly statesFrom: 'asked' | 'directive' | 'usual' | 'served';
  /** Computed once per state and cached. Also accepts states that are not among `states`. Only for nets. */
  readonly state: (state: NetState) => StateAnalysis;
  readonly names: Names;
  /** The targets that the net is judged for. */
  readonly targets: readonly NamedTarget[];
  /** What each target makes of each layer of `deployState`; empty for other files. */
  readonly portability: readonly LayerPortability[];
  /** The state that targets get: TEST, where the file serves it. */
  readonly deployState: NetState;
  /**
   * Steps to the same analysis with the problems that take long to compute as well: those from the signal forecast of a
   * large net. Undefined where `problems` is already complete.
   */
  readonly deeper: (() => Steps<Analysis>) | undefined;
  /** The problems of the file in all of `states`, merged by code and span, in text order; see `deeper`. */
  readonly problems: readonly Problem[];
  /** The problems of the text and its fields alone, which hold in every state. */
  readonly textProblems: readonly Problem[];
  /** All problems in one state, including `textProblems`, in text order. */
  readonly problemsIn: (state: NetState) => readonly Problem[];
  readonly references: readonly FileReference[];
}

/**
 * In UTF-16 units. A longer text takes seconds to analyze and gigabytes for its tree; the largest public net has
 * 240,000.
 */
export const maxLength = 1 << 23;

/** Never throws, whatever the text. */
export function analyze(text: string, options: AnalyzeOptions): Analysis {
  if (text.length > maxLength) return unread(text, options);
  const masked = maskTemplates(text);
  const { tree: parsed, problems: syntaxProblems } = parse(masked);
  const tree: Tree = masked === text ? parsed : { ...parsed, text };
  const comments = commentsOf(tree);
  const choice = choiceOf(options, tree, comments);
  const { dialect } = choice;
  const kind = options.kind ?? comments.kind ?? kindOf(tree, dialect.schema);
  if (kind === 'other') return withoutSchema(tree, comments, choice, syntaxProblems);
  const type = dialect.schema.messages.get(kind === 'net' ? 'NetParameter' : 'SolverParameter');
  if (!type) throw new Error(`${dialect.id} has no message for a ${kind}`);
  const bound = bind(tree, type, {
    dialect: dialect.label,
    forks: dialect.forks,
    others: dialect.others,
    homeOf: homesIn(dialect.layers, dialect.schema.messages.get('LayerParameter')),
    syntaxProblems,
    isPlaceholder: placeholders(text),
  });
  const early = [...syntaxProblems, ...bound.problems, ...ofComments(comments, options)];
  return kind === 'net'
    ? analyzeNet(tree, bound.message, early, choice, comments, options)
    : analyzeSolverFile(tree, bound.message, early, choice, comments, options);
}

/** The targets that a comment in the file names, else those asked for. */
function targetsOf({ targets }: Comments, options: AnalyzeOptions): readonly NamedTarget[] {
  const names = targets?.map(({ name }) => name) ?? options.targets ?? [];
  return [...new Set(names)].flatMap((name) => {
    const reading = targetNamed(name, options);
    return reading?.kind === 'target' ? [{ name, target: reading.target }] : [];
  });
}

function targetNamed(name: string, { ownTargets }: AnalyzeOptions): TargetReading | undefined {
  const target = builtInTarget(name);
  return target ? { kind: 'target', target } : ownTargets?.get(name);
}

function unknownTargets({ targets = [] }: Comments, options: AnalyzeOptions): readonly Problem[] {
  return targets.flatMap(({ name, span }): readonly Problem[] => {
    const reading = targetNamed(name, options);
    if (reading?.kind === 'broken') {
      const { path, reason } = reading;
      return [{ code: 'comment/broken-target', span, args: { name, path, reason } }];
    }
    // A file that can't be read is reported with the reason.
    if (reading || isTargetPath(name)) return [];
    return [suggesting({ code: 'comment/unknown-target', span, args: { name } }, nearest(name, targetNames))];
  });
}

/** Problems in comments that address this tool. */
function ofComments(comments: Comments, options: AnalyzeOptions): readonly Problem[] {
  return [
    ...unknownTargets(comments, options),
    ...comments.unread.map((span): Problem => ({ code: 'comment/not-understood', span, args: {} })),
    ...unknownCodes(comments),
  ];
}

function choiceOf({ dialect, accepted }: AnalyzeOptions, tree: Tree, { schema }: Comments): Choice {
  const choice: Choice = typeof dialect === 'function' ? dialect(tree, schema) : { dialect, reason: { kind: 'asked' } };
  const { others } = choice.dialect;
  if (!others || !accepted || accepted.size === 0) return choice;
  return { ...choice, dialect: { ...choice.dialect, others: { ...others, accepts: (name) => accepted.has(name) } } };
}

function worldOf({ datum, shapes }: Comments, { world }: AnalyzeOptions): World {
  return {
    datum: datum ?? world?.datum,
    meanShape: world?.meanShape ?? (() => undefined),
    ...(shapes.length > 0 && {
      topShapes: (layer) => shapes.filter(({ at }) => at > layer.start && at < layer.end).map(({ shape }) => shape),
    }),
  };
}

function analyzeNet(
  tree: Tree,
  message: Message,
  early: readonly Problem[],
  choice: Choice,
  comments: Comments,
  options: AnalyzeOptions,
): Analysis {
  const { dialect } = choice;
  const world = worldOf(comments, options);
  const upgraded = upgradeNet(message, dialect.schema);
  const net = upgraded.message;
  const heads = headsOf(net);
  const { states, statesFrom } = statesOf(heads, comments, options);
  const state = inStates(net, heads, { tree, dialect, world });
  const textProblems = inTextOrder([...early, ...upgraded.problems]);
  const problemsOver = (asked: readonly StateAnalysis[], depth: Depth): readonly Problem[] => {
    const advised = withoutDoubtful(advise(asked, depth), net);
    const judged = statesFrom === 'served' ? withoutDoubtfulErrors(asked, heads, options.solverPhases) : asked;
    const all = inTextOrder([...textProblems, ...mergeStates(judged), ...advised, ...forTargets()]);
    const found = reportedOnce(foldNames(withoutSuppressed(all, { text: tree.text, comments })));
    return withoutDisputed(found, () =>
      problemsOfRivals(choice, tree, { ...options, kind: 'net', states: asked.map((each) => each.state) }),
    );
  };
  const namedTargets = targetsOf(comments, options);
  const targets = namedTargets.map(({ target }) => target);
  const deployed = deployState(states);
  const targetInput = lazy(() => ({ state: state(deployed), heads, message, bvlc: bvlc.schema }));
  const forTargets = lazy(() => targets.flatMap((target) => judge(target, targetInput())));
  const portable = lazy(() => portability(targets, targetInput()));
  const names = lazy(() => namesOf(heads));
  const references = lazy(() => [
    ...schemaReferences(comments),
    ...weightsReferences(comments, tree),
    ...targetReferences(comments),
    ...referencesOf(message),
  ]);
  const at = (depth: Depth): Analysis => {
    const problems = lazy(() => problemsOver(states.map(state), depth));
    const deeper = lazy(() => deeperThan(depth, [states.map(state)], () => at('all')));
    return {
      text: tree.text,
      kind: 'net',
      dialect,
      world,
      reason: choice.reason,
      tree,
      comments,
      message,
      states,
      statesFrom,
      state,
      targets: namedTargets,
      deployState: deployed,
      get portability() {
        return portable();
      },
      get names() {
        return names();
      },
      get deeper() {
        return deeper();
      },
      get problems() {
        return problems();
      },
      get textProblems() {
        return foldNames(textProblems);
      },
      problemsIn: (asked) => problemsOver([state(asked)], depth),
      get references() {
        return references();
      },
    };
  };
  return at(options.depth ?? 'quick');
}

/** The problems with each of the other Caffes that the text may be for, without those that take long: none is an error. */
function problemsOfRivals(
  { rivals = [] }: Choice,
  { text }: Tree,
  options: AnalyzeOptions,
): readonly (readonly Problem[])[] {
  return rivals.map((dialect) => analyze(text, { ...options, dialect, depth: 'quick' }).problems);
}

/** Undefined where nothing takes long to compute. */
function deeperThan(
  depth: Depth,
  nets: readonly (readonly StateAnalysis[])[],
  deep: () => Analysis,
): Analysis['deeper'] {
  if (depth === 'all' || nets.flatMap(stepsToAdvice).length === 0) return undefined;
  return function* () {
    for (const steps of nets.flatMap(stepsToAdvice)) yield* steps;
    return deep();
  };
}

/** The reference to a .proto file in a schema comment; none where the comment names a built-in dialect. */
function schemaReferences({ schema, schemaSpan }: Comments): readonly FileReference[] {
  return schema !== undefined && schemaSpan && isProtoPath(schema)
    ? [{ path: schema, field: schemaDirective, span: schemaSpan }]
    : [];
}

function weightsReferences({ weights }: Comments, { text }: Tree): readonly FileReference[] {
  return weights ? [{ path: text.slice(weights.start, weights.end), field: weightsDirective, span: weights }] : [];
}

function targetReferences({ targets = [] }: Comments): readonly FileReference[] {
  return targets
    .filter(({ name }) => isTargetPath(name))
    .map(({ name, span }) => ({ path: name, field: targetDirective, span }));
}

function analyzeSolverFile(
  tree: Tree,
  message: Message,
  early: readonly Problem[],
  choice: Choice,
  comments: Comments,
  options: AnalyzeOptions,
): Analysis {
  const world = worldOf(comments, options);
  const own = ofSoundPart(solverProblems(message, choice.dialect), message, early);
  const nets = inlineNets(message).map(({ net, states }) => {
    const heads = headsOf(net);
    return states.map((state) => inState(net, heads, state, { tree, dialect: choice.dialect, world }));
  });
  const references = lazy(() => [...schemaReferences(comments), ...referencesOf(message)]);
  const at = (asked: Depth): Analysis => {
    const solver = reportedOnce(
      inTextOrder([...own, ...nets.flatMap((states) => [...mergeStates(states), ...advise(states, asked)])]),
    );
    const problems = withoutDisputed(inTextOrder([...early, ...solver]), () =>
      problemsOfRivals(choice, tree, { ...options, kind: 'solver' }),
    );
    return {
      ...withoutSchema(tree, comments, choice, problems),
      kind: 'solver',
      message,
      deeper: deeperThan(asked, nets, () => at('all')),
      get references() {
        return references();
      },
    };
  };
  return at(options.depth ?? 'quick');
}

function withoutSchema(
  tree: Tree,
  comments: Comments,
  { dialect, reason }: Choice,
  problems: readonly Problem[],
): Analysis {
  return {
    text: tree.text,
    kind: 'other',
    dialect,
    world: undefined,
    reason,
    tree,
    comments,
    message: undefined,
    states: [],
    statesFrom: 'served',
    state: () => {
      throw new Error('only a net has states');
    },
    targets: [],
    portability: [],
    deployState: testState,
    names: { blobs: new Map(), layers: new Map(), params: new Map() },
    problems: foldNames(withoutSuppressed(problems, { text: tree.text, comments })),
    textProblems: foldNames(problems),
    problemsIn: () => problems,
    references: [],
    deeper: undefined,
  };
}

function unread(text: string, options: AnalyzeOptions): Analysis {
  const root = { kind: 'message', start: 0, end: text.length, closed: true, fields: [] } as const;
  const tree: Tree = { text, root, comments: [] };
  const problem: Problem = {
    code: 'file/too-large',
    span: { start: 0, end: 1 },
    args: { length: text.length, limit: maxLength },
  };
  const comments = commentsOf(tree);
  return withoutSchema(tree, comments, choiceOf(options, tree, comments), [problem]);
}

function statesOf(
  heads: readonly LayerHead[],
  { state }: Comments,
  { states, usualStates, solverStates = [] }: AnalyzeOptions,
): Pick<Analysis, 'states' | 'statesFrom'> {
  if (states) return { states, statesFrom: 'asked' };
  if (state) return { states: [state], statesFrom: 'directive' };
  return usualStates
    ? { states: usualStates, statesFrom: 'usual' }
    : { states: asSolved(servedStates(heads), solverStates), statesFrom: 'served' };
}
