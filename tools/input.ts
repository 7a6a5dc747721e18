/** What tools take: a net as a text or as a path, the Caffe that it is for, and the state that it is built in. */
import * as v from 'valibot';
import type { Analysis } from '#core/analysis/analysis';
import { isProtoPath } from '#core/comments/comments';
import { datumIn } from '#core/comments/values';
import { dialectIds, dialectOf } from '#core/dialects/index';
import type { InferredLayer, StateAnalysis } from '#core/infer/types';
import { english } from '#core/messages/en/index';
import type { Language } from '#core/messages/language';
import { messageOf, phraseOf } from '#core/messages/render';
import { shown } from '#core/messages/shown';
import { formatState } from '#core/net/state';
import { isError } from '#core/problems/index';
import { builtInTarget, isTargetPath, targetNames } from '#core/targets/index';
import { analyzeFile, type AnalyzedFile } from '#project/analyze-file';
import { confined } from '#project/confined';
import { binary, codeOf, failure, limits, outside, weightsNotNet, type Files } from '#project/files';
import { resolve } from '#project/paths';
import { reasonOf } from '#project/reason';
import { createSchemas, type Schemas } from '#project/schemas';
import { createLook } from '#project/surroundings';
import { decode, isBinary } from '#project/text-files';
import { list, NoAnswer, type ToolContext } from './tool';

/** The folders of a tool are given by its host, trusted or not. */
const words: Language = {
  ...english,
  reasons: { ...english.reasons, EOUTSIDE: 'it is outside the folders that may be read' },
};

const name = v.pipe(v.string(), v.maxLength(1000));

export const schemaInput = {
  schema: v.optional(
    v.pipe(
      name,
      v.description(
        'The Caffe: `bvlc`, a fork such as `ssd` or `nvcaffe`, or the path of a .proto. Default: detected from the text.',
      ),
    ),
  ),
};

export const fileInput = {
  path: v.optional(
    v.pipe(v.string(), v.maxLength(4096), v.description('The file, absolute or relative to the workspace folder.')),
  ),
  text: v.optional(
    v.pipe(
      v.string(),
      v.description('The content of the file, in place of what is on the disk. Without `path`, no other file is read.'),
    ),
  ),
  ...schemaInput,
  datum: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,9}x\d{1,9}x\d{1,9}$/, 'expected CxHxW, such as 3x256x256'),
      v.description('Channels x height x width of a record, for data layers that read a database.'),
    ),
  ),
};

export const stateInput = {
  phase: v.optional(v.pipe(v.picklist(['TRAIN', 'TEST']), v.description('Default: TRAIN if the net has data for it.'))),
  level: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-0x80000000), v.maxValue(0x7fffffff))),
  stages: v.optional(v.pipe(v.array(name), v.maxLength(100))),
};

export const layersInput = {
  layers: v.optional(
    v.pipe(
      v.array(name),
      v.maxLength(1000),
      v.description('Only these layers: names, or prefixes of names: `res2a*`.'),
    ),
  ),
  limit: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.maxValue(2000),
      v.description('Maximum number of layers. Default: 50.'),
    ),
  ),
};

/** What every answer about one state says of it. */
export const stateOutput = {
  schema: v.pipe(v.string(), v.description('The Caffe that the net was read with.')),
  state: v.string(),
  states: v.pipe(list(v.string()), v.description('The states that the net can be built in.')),
};

/** What every list of layers ends with. */
export const leftOutput = {
  left: v.pipe(v.number(), v.description('How many more there are, which were left out.')),
};

interface FileInput {
  readonly path?: string | undefined;
  readonly text?: string | undefined;
  readonly schema?: string | undefined;
  readonly datum?: string | undefined;
}

interface StateInput {
  readonly phase?: 'TRAIN' | 'TEST' | undefined;
  readonly level?: number | undefined;
  readonly stages?: readonly string[] | undefined;
}

interface LayersInput {
  readonly layers?: readonly string[] | undefined;
  readonly limit?: number | undefined;
}

export interface ReadFile extends AnalyzedFile {
  /** For sentences. */
  readonly shownPath: string;
}

/** Reads and analyzes the file; throws `NoAnswer` if it can't be read. */
export async function fileOf(
  input: FileInput & StateInput & { readonly targets?: readonly string[] | undefined },
  context: ToolContext,
): Promise<ReadFile> {
  const { usual, roots } = context;
  const files = confined(context.files, () => roots);
  if (input.path === undefined && input.text === undefined) throw new NoAnswer('Give `path` or `text`.');
  const { uri, text } = await textOf(input, files, context);
  const schemas = await schemasFor(input.schema, context);
  const look =
    input.path === undefined ? undefined : createLook({ files, roots, schemas, language: words, largestModel: 0 });
  const targets = input.targets ?? usual.targets;
  const unknown = (input.targets ?? []).find((each) => !builtInTarget(each) && !isTargetPath(each));
  if (unknown !== undefined)
    throw new NoAnswer(`There is no target ${shown(unknown)}; there are ${targetNames.join(', ')}.`);
  const found = await analyzeFile(text, {
    uri,
    schemas,
    look,
    state: { phase: input.phase, level: input.level ?? 0, stages: input.stages ?? [] },
    datum: input.datum === undefined ? usual.datum : datumIn(input.datum),
    accepted: new Set(usual.acceptedNames),
    targets,
  });
  return { ...found, shownPath: shown(input.path ?? 'the text') };
}

/** A URI without a folder: nothing is read around such a text. */
const noFile = 'untitled:net.prototxt';

async function textOf(
  { path, text }: FileInput,
  files: Files,
  { roots, openText }: ToolContext,
): Promise<{ readonly uri: string; readonly text: string }> {
  if (path === undefined) return { uri: noFile, text: text ?? '' };
  let reason: unknown = failure('ENOENT', path);
  for (const root of roots.length > 0 ? roots : [noFile]) {
    const uri = resolve(root, path);
    try {
      if (uri === undefined || roots.length === 0) throw failure(outside, path);
      if (text !== undefined) {
        // Rejects if it is outside; the file need not exist.
        await files.stat(uri).catch((error: unknown) => {
          if (codeOf(error) === outside) throw error;
        });
        return { uri, text };
      }
      const open = openText?.(uri);
      if (open !== undefined) return { uri, text: open };
      const bytes = await files.read(uri, limits.net);
      if (isBinary(bytes)) throw failure(path.endsWith('.caffemodel') ? weightsNotNet : binary, path);
      return { uri, text: decode(bytes) };
    } catch (error) {
      reason = error;
    }
  }
  throw new NoAnswer(`Cannot read ${shown(path)}: ${reasonOf(reason, words)}.`);
}

/** Throws `NoAnswer` if the Caffe is not known, or its proto can't be read. */
export async function schemasFor(asked: string | undefined, context: ToolContext): Promise<Schemas> {
  const { roots, usual } = context;
  const files = confined(context.files, () => roots);
  const wanted = asked ?? usual.schema;
  if (wanted !== 'auto' && !dialectOf(wanted) && !isProtoPath(wanted))
    throw new NoAnswer(`There is no schema ${shown(wanted)}; there are auto, ${dialectIds.join(', ')}.`);
  const schemas = createSchemas({ files, asked: () => ({ name: wanted, folder: roots[0] }) });
  const trouble = await schemas.troubleWithAsked();
  if (trouble?.kind === 'broken')
    throw new NoAnswer(`${shown(wanted)}:${trouble.line + 1}: ${phraseOf(trouble.reason, english)}`);
  if (trouble) throw new NoAnswer(`Cannot read ${shown(wanted)}: ${reasonOf(trouble.error, words)}.`);
  return schemas;
}

/** The state that a tool answers for: the one asked for, else TRAIN. Throws `NoAnswer` if the file is no net. */
export function stateOf({ analysis, shownPath }: ReadFile): StateAnalysis {
  const { kind, states, state, problems } = analysis;
  const chosen = states.find(({ phase }) => phase === 'TRAIN') ?? states[0];
  if (kind === 'net' && chosen) return state(chosen);
  const error = problems.find(isError);
  const why = error ? ` ${messageOf(error, english)}` : '';
  const net = analysis.references.find(({ field }) => field === 'net' || field === 'train_net')?.path;
  if (kind === 'solver')
    throw new NoAnswer(`${shownPath} is a solver, not a net${net === undefined ? '' : `; its net is ${shown(net)}`}.`);
  throw new NoAnswer(`${shownPath} is neither a net nor a solver.${why}`);
}

export function stateAnswer(
  { dialect, states }: Analysis,
  { state }: StateAnalysis,
): { readonly schema: string; readonly state: string; readonly states: readonly string[] } {
  return { schema: dialect.id, state: formatState(state), states: states.map(formatState) };
}

const usualLimit = 50;

/** The layers that were asked for, and how many were left out. */
export function chosen<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  { layers, limit = usualLimit }: LayersInput,
): { readonly chosen: readonly Item[]; readonly left: number } {
  const exact = new Set(layers?.filter((each) => !each.endsWith('*')));
  const starts = (layers ?? []).filter((each) => each.endsWith('*')).map((each) => each.slice(0, -1));
  const fitting = layers
    ? items.filter((item) => exact.has(nameOf(item)) || starts.some((start) => nameOf(item).startsWith(start)))
    : items;
  if (layers && fitting.length === 0) {
    const some = items.slice(0, mostNamed).map((item) => shown(nameOf(item)));
    throw new NoAnswer(
      `No layer matches. The net has ${items.length}: ${some.join(', ')}${items.length > mostNamed ? ', …' : ''}.`,
    );
  }
  return { chosen: fitting.slice(0, limit), left: Math.max(0, fitting.length - limit) };
}

const mostNamed = 20;

export function nameOfLayer({ layer }: Pick<InferredLayer, 'layer'>): string {
  return layer.name;
}
