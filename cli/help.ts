import { say, type Language } from '#core/messages/language';
import { formatsOf, type Command, type OwnOption } from './options';

type Named = keyof {
  readonly [Sentence in keyof Language['usage'] as Sentence extends `option/${infer Name}` ? Name : never]: unknown;
};

/** The syntax of each option; the message tables describe them. */
const forms: Readonly<Record<OwnOption | 'check' | 'write' | 'indent' | 'files-from', string>> = {
  weights: '--weights',
  seed: '--seed N',
  out: '--out FILE',
  layer: '--layer NAME',
  blob: '--blob N',
  input: '--input standard|transform|MEAN,STD',
  batch: '--batch N',
  'what-if': '--what-if msra|xavier|average|lsuv',
  'no-back': '--no-back',
  opset: '--opset N',
  from: '--from BLOB,…',
  to: '--to BLOB,…',
  target: '--target NAME,…',
  force: '--force',
  check: '--check',
  write: '--write',
  indent: '--indent N|tab',
  'files-from': '--files-from LIST|-',
};

const formWidth = 24;

export function mainHelp(commands: readonly Command[], { usage }: Language): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const list = commands.map(({ name }) => `  ${name.padEnd(width)}  ${usage[`command/${name}`]}`);
  return say(usage, 'help/main', { commands: { said: list.join('\n') } });
}

export function commandHelp(command: Command, { usage }: Language): string {
  const { name, rewrites, takes } = command;
  const options = rewrites
    ? [...rewritingOptions(rewrites), ...(command.weightsFile ? modelOptions : [])]
    : reportingOptions(command).filter(([option]) => !without[name]?.has(option));
  const lines = options.map(([option, form]) => `  ${form.padEnd(formWidth)}  ${usage[`option/${option}`]}`);
  const form = takes ? 'help/command-folders' : oneFile.has(name) ? 'help/command-file' : 'help/command';
  const help = say(usage, form, {
    name,
    summary: { said: usage[`command/${name}`] },
    options: { said: lines.join('\n') },
  });
  return takes ? help : `${help}${usage['help/standard-input']}`;
}

/** Commands that take a single file. */
const oneFile: ReadonlySet<Command['name']> = new Set(['weights', 'onnx']);

/** Common options that have no effect in a command, and are left out of its help. */
const without: Partial<Readonly<Record<Command['name'], ReadonlySet<Named>>>> = {
  weights: new Set(['format', 'iterations', 'syntax-only', 'files-from']),
  portability: new Set(['iterations', 'syntax-only', 'kind']),
  signal: new Set(['iterations', 'syntax-only']),
  run: new Set(['iterations', 'syntax-only', 'kind']),
  mcp: new Set(['format', 'phase', 'level', 'stage', 'kind', 'iterations', 'syntax-only', 'files-from']),
  onnx: new Set(['format', 'iterations', 'syntax-only', 'kind', 'files-from']),
};

const modelOptions: readonly (readonly [Named, string])[] = [
  ['weights-to-upgrade', '--weights CAFFEMODEL'],
  ['out-caffemodel', forms.out],
  ['force', forms.force],
];

function rewritingOptions(rewrites: readonly ('check' | 'write')[]): readonly (readonly [Named, string])[] {
  const names = [...rewrites, 'indent', 'files-from'] as const;
  return names.map((name) => [name, forms[name]]);
}

function reportingOptions(command: Command): readonly (readonly [Named, string])[] {
  return [
    ['format', `--format ${formatsOf(command)}`],
    [phaseOf(command), '--phase TRAIN|TEST'],
    ['level', '--level N'],
    ['stage', '--stage S'],
    ['schema', '--schema auto|NAME|PATH'],
    ['accept', '--accept NAME'],
    ['kind', '--kind auto|net|solver'],
    ['datum', '--datum CxHxW'],
    ['iterations', '--iterations N'],
    ['syntax-only', '--syntax-only'],
    ...[...(command.own ?? []), 'files-from' as const].map((name) => ownOption(name, command)),
  ];
}

/** Commands that look at one state say which phase it has. */
function phaseOf({ name }: Command): Named {
  if (name === 'onnx') return 'phase-test';
  return name === 'run' || name === 'signal' || name === 'weights' ? 'phase-train' : 'phase';
}

/** The name and syntax of an option; some mean something else in some commands. */
function ownOption(name: OwnOption | 'files-from', command: Command): readonly [Named, string] {
  // A forecast averages several draws: without a seed, the solver's is not used.
  if (name === 'seed' && command.name === 'signal') return ['seed-of-signal', forms.seed];
  if (name === 'weights' && command.weightsFile === 'beside FILE') return ['weights-file', '--weights CAFFEMODEL'];
  if (name === 'input' && command.inputFile) return ['input-file', '--input FILE'];
  if (name === 'out' && command.name === 'onnx') return ['out-onnx', forms.out];
  if (name === 'batch' && command.symbolicBatch) return ['batch-symbolic', '--batch N|symbolic'];
  return [name, forms[name]];
}
