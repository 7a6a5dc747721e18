/** A tool for language models: one question to the engine, with a typed input and a typed, short answer. */
import * as v from 'valibot';
import { shown } from '#core/messages/shown';
import type { Files } from '#project/files';
import type { RunRequest } from '#run/messages';
import type { Running } from '#run/start';

/** What a tool gets from its host: the MCP server, the editor, or a test. */
export interface ToolContext {
  readonly files: Files;
  /** URIs of the folders that a path must be in; relative paths are resolved from them. */
  readonly roots: readonly string[];
  /** The text of a file that is open in an editor, with changes that are not saved yet. */
  readonly openText?: (uri: string) => string | undefined;
  /** What holds where the input does not say otherwise. */
  readonly usual: Usual;
  readonly start: (request: RunRequest | Promise<RunRequest>) => Running;
  /** Calls the listener once the caller no longer waits for the answer. */
  readonly whenCancelled?: ((listener: () => void) => void) | undefined;
  /** Share of the work that is done, from 0 to 1. */
  readonly progress?: ((done: number) => void) | undefined;
}

export interface Usual {
  /** `auto`, the name of a Caffe, or the path of a proto. */
  readonly schema: string;
  readonly datum: readonly number[] | undefined;
  readonly acceptedNames: readonly string[];
  readonly targets: readonly string[];
}

export const nothingUsual: Usual = { schema: 'auto', datum: undefined, acceptedNames: [], targets: [] };

export interface Tool {
  /** Unique among all tools that a model may have: `prototxt_check`. */
  readonly name: string;
  readonly title: string;
  /** What it answers and when to use it, for the model. English, like all answers. */
  readonly description: string;
  readonly input: v.GenericSchema;
  readonly output: v.GenericSchema;
  /** Never rejects, whatever the input. */
  readonly answer: (input: unknown, context: ToolContext) => Promise<ToolAnswer>;
}

export type ToolAnswer =
  /** `value` is of the tool's `output`. */
  | { readonly kind: 'answer'; readonly value: object }
  /** In words: what is wrong with the input, or why there is no answer. */
  | { readonly kind: 'error'; readonly message: string };

/** Why a tool has no answer, in words for the model. */
export class NoAnswer extends Error {}

type Form = v.GenericSchema<unknown, object>;

export function tool<Input extends Form, Output extends Form>({
  run,
  ...rest
}: Omit<Tool, 'answer'> & {
  readonly input: Input;
  readonly output: Output;
  readonly run: (
    input: v.InferOutput<Input>,
    context: ToolContext,
  ) => v.InferOutput<Output> | Promise<v.InferOutput<Output>>;
}): Tool {
  return {
    ...rest,
    answer: async (given, context) => {
      const read = v.safeParse(rest.input, given ?? {}, { abortEarly: true });
      if (!read.success) return { kind: 'error', message: `Invalid input: ${issueIn(read.issues[0])}.` };
      try {
        return { kind: 'answer', value: await run(read.output, context) };
      } catch (error) {
        if (error instanceof NoAnswer) return { kind: 'error', message: error.message };
        const reason = error instanceof Error ? error.message : String(error);
        return { kind: 'error', message: `${rest.name} failed, which is a bug in Prototxt Lens: ${shown(reason)}` };
      }
    },
  };
}

/** `layers.0: Expected string but received 3`. What was received may be megabytes long. */
function issueIn(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  if (issue.type === 'strict_object' && issue.expected === 'never') return `there is no input ${shown(String(path))}`;
  return `${path === null ? '' : `${shown(path)}: `}${shown(issue.message.replace(/^Invalid \w+: /, ''))}`;
}

/** A list in an input or an answer. */
export function list<Item extends v.GenericSchema>(item: Item) {
  return v.pipe(v.array(item), v.readonly());
}
