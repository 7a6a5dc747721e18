/** Parses the command line. */
import { parseArgs } from 'node:util';
import type { FileKind } from '#core/dialects/kind';
import { dialectIds, dialectOf } from '#core/dialects/index';
import { isProtoPath } from '#core/comments/comments';
import type { Phase } from '#core/net/model';
import { opsets } from '#core/onnx/opsets';
import { whatIfs, type WhatIf } from '#core/onnx/what-if';
import type { SourceChoice } from '#core/signal/source';
import { say, type Language } from '#core/messages/language';
import { phraseOf } from '#core/messages/render';
import type { Arguments } from '#core/problems/index';
import { builtInTarget, isTargetPath, targetNames } from '#core/targets/index';
import { nearest } from '#core/text/suggest';
import type { AskedState } from '#project/analyze-file';
import { limits } from '#project/files';
import { readTargets } from '#project/targets';
import { reasonOf } from '#project/reason';
import { createSchemas, type Schemas } from '#project/schemas';
import { decode } from '#project/text-files';
import type { Io } from './io';
import { textBytesOf } from './load';
import { complainOfProto } from './proto-fault';

const ownOptions = [
  'weights',
  'seed',
  'out',
  'layer',
  'blob',
  'force',
  'input',
  'batch',
  'what-if',
  'no-back',
  'opset',
  'from',
  'to',
  'target',
] as const;
export type OwnOption = (typeof ownOptions)[number];

export type CommandName = keyof {
  readonly [Sentence in keyof Language['usage'] as Sentence extends `command/${infer Name}` ? Name : never]: unknown;
};

export type Format = 'text' | 'table' | 'json' | 'sarif';

export interface Options {
  readonly files: readonly string[];
  readonly format: Format;
  readonly state: AskedState;
  /** As written after `--schema`. */
  readonly schema: string;
  /** Which Caffe each file is read with. */
  readonly schemas: Schemas;
  /** Accepted names from the user's own Caffe. */
  readonly accepted: ReadonlySet<string>;
  /** Undefined: detected from each file. */
  readonly kind: FileKind | undefined;
  readonly datum: readonly number[] | undefined;
  readonly depth: 'syntax' | 'all';
  /** What `format` and `upgrade` do with a changed text. */
  readonly rewriting: 'print' | 'check' | 'write';
  /** One level of indentation. */
  readonly indent: string;
  /** Undefined: the random_seed of the solver beside the net, else 1701. */
  readonly seed: number | undefined;
  /** `crc32`: draw the weights and print the CRC-32 of each blob's bytes. */
  readonly weights: 'none' | 'crc32';
  /** Where `weights` writes to, and which part of the net. */
  readonly out: string | undefined;
  readonly layer: string | undefined;
  readonly blob: number;
  readonly existing: 'keep' | 'replace';
  /** The `.caffemodel` that `onnx` takes weights from, and `upgrade` rewrites. */
  readonly model: string | undefined;
  /** The input that `signal` assumes. */
  readonly input: SourceChoice;
  /** The file that `run` reads an input from. */
  readonly inputFile: string | undefined;
  /** The batch size of each input; undefined for the size in the file. */
  readonly batch: number | 'symbolic' | undefined;
  readonly whatIf: WhatIf | undefined;
  /** Whether `run` runs Backward as well. */
  readonly back: boolean;
  readonly opset: number;
  /** Names of blobs. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Targets that nets are judged for: names, and paths of JSON files. */
  readonly targets: readonly string[];
  /** The last iteration whose learning rate is listed for a solver. */
  readonly iterations: number;
}

export interface Command {
  readonly name: CommandName;
  /** The first is the default. */
  readonly formats: readonly Format[];
  /** The options that are not common to all commands. */
  readonly own?: readonly OwnOption[];
  /** What the command can do with a text other than print it. */
  readonly rewrites?: readonly ('check' | 'write')[];
  /**
   * What file `--weights` names in this command; undefined if it is a flag. `inputFile`: `--input` names a file, rather than
   * the input that `signal` assumes.
   */
  readonly weightsFile?: 'beside FILE' | 'instead of FILE';
  readonly inputFile?: true;
  readonly symbolicBatch?: true;
  /** Optional folders instead of files. */
  readonly takes?: 'folders';
  readonly run: (options: Options, io: Io) => Promise<number>;
}

export type Read =
  | { readonly kind: 'options'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

export async function readOptions(argv: readonly string[], command: Command, io: Io): Promise<Read> {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: optionsOf(command), allowPositionals: true });
    if (values.help === true) return { kind: 'help' };
    const foreign = ownOptions.find((option) => values[option] !== undefined && !command.own?.includes(option));
    if (foreign) throw new Wrong('option', { name: command.name, option: foreign });
    const files = [
      ...positionals,
      ...(values['files-from'] === undefined ? [] : await listed(values['files-from'], io)),
    ];
    const isAlone =
      command.takes === 'folders' || (command.weightsFile === 'instead of FILE' && values.weights !== undefined);
    if (files.length === 0 && !isAlone) {
      const list = values['files-from'];
      throw list === undefined ? new Wrong('no-file', { name: command.name }) : new Wrong('empty-list', { list });
    }
    return {
      kind: 'options',
      options: {
        files,
        format: oneOf('format', values.format ?? command.formats[0] ?? 'text', command.formats),
        state: {
          phase: values.phase === undefined ? undefined : oneOf<Phase>('phase', values.phase, ['TRAIN', 'TEST']),
          level: values.level === undefined ? 0 : integer('level', values.level, -0x80000000, 0x7fffffff),
          stages: values.stage ?? [],
        },
        schema: values.schema ?? 'auto',
        schemas: await schemasFor(values.schema ?? 'auto', io),
        accepted: new Set(values.accept),
        kind: kindOf(oneOf('kind', values.kind ?? 'auto', ['auto', 'net', 'solver'])),
        datum: values.datum === undefined ? undefined : datumOf(values.datum),
        rewriting: rewritingOf(values, command),
        indent: indentOf(values.indent ?? '2'),
        depth: values['syntax-only'] === true ? 'syntax' : 'all',
        seed: values.seed === undefined ? undefined : integer('seed', values.seed, -0x80000000, 0xffffffff) >>> 0,
        weights: values.weights === true ? 'crc32' : 'none',
        out: values.out,
        layer: values.layer,
        blob: values.blob === undefined ? 0 : integer('blob', values.blob, 0, 0x7fffffff),
        model: typeof values.weights === 'string' ? values.weights : undefined,
        input: inputOf((command.inputFile ? undefined : values.input) ?? 'standard'),
        inputFile: command.inputFile ? values.input : undefined,
        batch: batchOf(values.batch, command),
        whatIf: values['what-if'] === undefined ? undefined : oneOf('what-if', values['what-if'], whatIfs),
        back: values['no-back'] !== true,
        opset: values.opset === undefined ? opsets.usual : integer('opset', values.opset, opsets.first, opsets.last),
        from: namesIn(values.from),
        to: namesIn(values.to),
        targets: await targetsFor(values.target ?? [], io),
        existing: values.force === true ? 'replace' : 'keep',
        iterations: values.iterations === undefined ? 120 : integer('iterations', values.iterations, 0, 10_000_000),
      },
    };
  } catch (error) {
    if (error instanceof Wrong) return { kind: 'wrong', message: inWords(error, io.language) };
    if (isParseError(error)) return { kind: 'wrong', message: inWords(wrongOption(error, command), io.language) };
    throw error;
  }
}

export function formatsOf(command: Command): string {
  return command.formats.join('|');
}

/** An invalid command line, with the sentence that reports it. */
class Wrong extends Error {
  constructor(
    readonly sentence: WrongSentence | 'as it is',
    readonly args: Arguments,
  ) {
    super(sentence);
  }
}

type WrongSentence = keyof {
  readonly [Sentence in keyof Language['usage'] as Sentence extends `wrong/${infer Name}` ? Name : never]: unknown;
};

function inWords({ sentence, args }: Wrong, { usage }: Language): string {
  return sentence === 'as it is' ? String(args['message']) : say(usage, `wrong/${sentence}`, args);
}

const known = {
  format: { type: 'string' },
  phase: { type: 'string' },
  level: { type: 'string' },
  stage: { type: 'string', multiple: true },
  schema: { type: 'string' },
  accept: { type: 'string', multiple: true },
  kind: { type: 'string' },
  datum: { type: 'string' },
  iterations: { type: 'string' },
  'syntax-only': { type: 'boolean' },
  check: { type: 'boolean' },
  write: { type: 'boolean' },
  indent: { type: 'string' },
  seed: { type: 'string' },
  weights: { type: 'boolean' },
  out: { type: 'string' },
  layer: { type: 'string' },
  blob: { type: 'string' },
  force: { type: 'boolean' },
  input: { type: 'string' },
  batch: { type: 'string' },
  'what-if': { type: 'string' },
  'no-back': { type: 'boolean' },
  opset: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  target: { type: 'string', multiple: true },
  'files-from': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const withModel = { ...known, weights: { type: 'string' } } as const;

function optionsOf({ weightsFile }: Command): typeof known | typeof withModel {
  return weightsFile ? withModel : known;
}

/** Comma-separated names. */
function namesIn(value: string | undefined): readonly string[] {
  return (value ?? '').split(',').filter((name) => name !== '');
}

function batchOf(value: string | undefined, { symbolicBatch }: Command): Options['batch'] {
  if (value === undefined) return undefined;
  return value === 'symbolic' && symbolicBatch ? value : integer('batch', value, 1, 0x7fffffff);
}

async function listed(list: string, io: Io): Promise<readonly string[]> {
  const bytes = await textBytesOf(list, limits.list, io);
  if (typeof bytes === 'string') throw new Wrong('list', { list, reason: bytes });
  return decode(bytes)
    .split(/\r?\n/)
    .filter((line) => line !== '');
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new Wrong('choice', { option, allowed, value });
  return found;
}

function integer(option: string, value: string, min: number, max: number): number {
  const number = /^[+-]?\d+$/.test(value) ? Number(value) : NaN;
  if (!(number >= min && number <= max)) throw new Wrong('integer', { option, min, max, value });
  return number;
}

/** `name`: `auto`, a dialect's name, or the path of a proto. */
async function schemasFor(name: string, io: Io): Promise<Schemas> {
  if (name !== 'auto' && !dialectOf(name) && !isProtoPath(name))
    throw new Wrong('schema', { names: dialectIds, value: name });
  const schemas = createSchemas({
    files: io.files,
    asked: () => ({ name, folder: io.uriOf('.') }),
    protoRead: ({ path, unread }) => {
      for (const fault of unread) complainOfProto('schema/unread-field', path, fault, io);
    },
  });
  const trouble = await schemas.troubleWithAsked();
  if (trouble?.kind === 'broken')
    throw new Wrong('as it is', { message: `${name}:${trouble.line + 1}: ${phraseOf(trouble.reason, io.language)}` });
  if (trouble) throw new Wrong('list', { list: name, reason: reasonOf(trouble.error, io.language) });
  return schemas;
}

/** Comma-separated names of targets, and paths of JSON files. */
async function targetsFor(values: readonly string[], io: Io): Promise<readonly string[]> {
  const names = values.flatMap(namesIn);
  const unknown = names.find((name) => !builtInTarget(name) && !isTargetPath(name));
  if (unknown !== undefined) throw new Wrong('target', { names: targetNames, value: unknown });
  const { targets, failed } = await readTargets(names, io.uriOf('stdin'), [], io.files);
  const [unread] = failed;
  if (unread) throw new Wrong('list', { list: unread[0], reason: reasonOf(unread[1], io.language) });
  for (const [path, reading] of targets)
    if (reading.kind === 'broken')
      throw new Wrong('as it is', { message: `${path}: ${reading.path}: ${reading.reason}` });
  return names;
}

function rewritingOf(
  values: { readonly check?: boolean; readonly write?: boolean },
  { name, rewrites = [] }: Command,
): Options['rewriting'] {
  const asked = (['check', 'write'] as const).filter((one) => values[one] === true);
  const unknown = asked.find((one) => !rewrites.includes(one));
  if (unknown) throw new Wrong('option', { name, option: unknown });
  if (asked.length > 1) throw new Wrong('check-and-write', {});
  return asked[0] ?? 'print';
}

function indentOf(value: string): string {
  return value === 'tab' ? '\t' : ' '.repeat(integer('indent', value, 0, 16));
}

function kindOf(name: 'auto' | 'net' | 'solver'): FileKind | undefined {
  return name === 'auto' ? undefined : name;
}

/** `standard`, `transform`, or a mean and a standard deviation: `0,1`. */
function inputOf(value: string): SourceChoice {
  if (value === 'standard' || value === 'transform') return { kind: value };
  const [mean, std, ...rest] = value.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (
    mean !== undefined &&
    std !== undefined &&
    rest.length === 0 &&
    Number.isFinite(mean) &&
    std >= 0 &&
    std < Infinity
  )
    return { kind: 'typed', mean, std };
  throw new Wrong('input', { value });
}

function datumOf(value: string): readonly number[] {
  const dims = /^\d+x\d+x\d+$/.test(value) ? value.split('x').map(Number) : [];
  const good = dims.length === 3 && dims.every((dim) => dim >= 1 && dim <= 0x7fffffff);
  if (!good) throw new Wrong('datum', { value });
  return dims;
}

interface ParseError extends Error {
  readonly code: string;
}

function isParseError(error: unknown): error is ParseError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/**
 * Node's messages are only in English, so just the option's name is taken from them: they quote it first, after its short form.
 */
function wrongOption({ code, message }: ParseError, { name, own }: Command): Wrong {
  const option = /'(?:-\w, )?(--?[^' ]+)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const foreign = new Set<string>(ownOptions.filter((each) => !own?.includes(each)));
    const taken = Object.keys(known).filter((each) => !foreign.has(each));
    const suggestion = nearest(option.replace(/^-+/, ''), taken);
    return suggestion === undefined || !option.startsWith('--')
      ? new Wrong('unknown-option', { name, option })
      : new Wrong('unknown-option-near', { option, suggestion });
  }
  const type = Object.entries(known).find(([long]) => `--${long}` === option)?.[1].type;
  return new Wrong(type === 'boolean' ? 'no-value' : 'needs-value', { option });
}
