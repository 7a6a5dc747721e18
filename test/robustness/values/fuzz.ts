/**
 * `npm run fuzz`: the cost of a text depends on its length, not on its values. Analyzes nets with changed values completely;
 * each may take `mostTimes` the CPU time of the unchanged net. Runs in a thread, so that an endless analysis is reported too.
 */
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { changes, describe, withChanges } from './other-values';
import { netsIn, ownNets, type Net } from './nets';
import { makeWhole, stages, type Stage } from './whole';

const help = `node scripts/fuzz.mjs [options]
  --texts N       so many texts; 1000 if not given
  --seed N        where the values begin; another seed, other values
  --nets FOLDER   the nets in this folder too
  --only N        this text of the run alone, printed
  --floor MS      the CPU time that any text may take; 150 if not given
`;

interface Options {
  readonly texts: number;
  readonly seed: number;
  readonly folders: readonly string[];
  readonly only: number | undefined;
  /** In ms of CPU time: lower costs are ignored, since they can't be distinguished from garbage collection. */
  readonly floor: number;
}

/** The limit for a changed net's cost, relative to the unchanged one. */
const mostTimes = 20;

/** In ms of CPU time: an analysis that takes longer is considered endless. */
const endless = 30_000;

/** A slow text may be due to chance, so it must be slow this many times. */
const attempts = 4;

interface Took {
  readonly kind: 'took';
  readonly stage: Stage;
  readonly what: string;
  /** In ms of CPU time; `own`: of the unchanged net, undefined if no stage took more than `floor`. */
  readonly cost: number;
  readonly own: number | undefined;
}

interface Threw {
  readonly kind: 'threw';
  readonly what: string;
  readonly error: string;
}

/** The thread's messages. */
type Said = Took | Threw | { readonly kind: 'begins'; readonly index: number; readonly what: string };

/** Resolves to the exit code. */
export async function fuzz(argv: readonly string[], script: string): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      texts: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      nets: { type: 'string', multiple: true, default: [] },
      only: { type: 'string' },
      floor: { type: 'string', default: '150' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const options: Options = {
    texts: Number(values.texts),
    seed: Number(values.seed),
    folders: values.nets,
    only: values.only === undefined ? undefined : Number(values.only),
    floor: Number(values.floor),
  };
  return report(options, await follow(new Worker(script, { workerData: options })));
}

interface Result {
  readonly took: readonly Took[];
  readonly threw: readonly Threw[];
  /** The text whose analysis did not end. */
  readonly endless: string | undefined;
}

function follow(worker: Worker): Promise<Result> {
  const took: Took[] = [];
  const threw: Threw[] = [];
  let current = 'before the first text';
  let since = processorTime();
  return new Promise((resolve, reject) => {
    const end = (unended: string | undefined): void => {
      clearInterval(watch);
      void worker.terminate();
      resolve({ took, threw, endless: unended });
    };
    const watch = setInterval(() => processorTime() - since > endless && end(current), 1000);
    worker.on('message', (said: Said) => {
      since = processorTime();
      if (said.kind === 'begins') {
        current = said.what;
        if (said.index > 0 && said.index % 1000 === 0) process.stderr.write(`${said.index} texts …\n`);
      } else if (said.kind === 'took') took.push(said);
      else threw.push(said);
    });
    worker.on('error', reject);
    worker.on('exit', () => end(undefined));
  });
}

/** The CPU time of the whole process, in ms. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function report({ texts, floor }: Options, { took, threw, endless: unended }: Result): number {
  const over = took.filter(({ cost, own }) => own !== undefined && cost > boundOf(own, floor));
  const most = (list: readonly Took[], of: (each: Took) => number): readonly string[] =>
    [...list]
      .sort((a, b) => of(b) - of(a))
      .slice(0, 4)
      .map(line);
  const sections = [
    `${texts} texts, ${over.length} over the bound of ${mostTimes} times the net's own cost (or ${floor} ms), ${threw.length} threw\n`,
    ...over.map(line),
    ...threw.map(({ what, error }) => `threw: ${what}\n${error}\n`),
    ...(unended === undefined ? [] : [`without end: ${unended}\n`]),
    ...stages.flatMap((name) => {
      const all = took.filter(({ stage }) => stage === name);
      const compared = all.filter(({ own }) => own !== undefined);
      return [
        `\n${name}: the slowest\n`,
        ...most(all, ({ cost }) => cost),
        `${name}: the most times its own, of ${compared.length} that took more than ${floor} ms\n`,
        ...most(compared, times),
      ];
    }),
  ];
  process.stdout.write(sections.join(''));
  return over.length + threw.length === 0 && unended === undefined && took.length > 0 ? 0 : 1;
}

/** Relative to the unchanged net's cost; 0 if that was not measured. */
function times({ cost, own }: Took): number {
  return own === undefined ? 0 : cost / own;
}

function line(each: Took): string {
  const { cost, own, what } = each;
  const compared = own === undefined ? '' : `, ${times(each).toFixed(1)} times ${own.toFixed(1)} ms`;
  return `  ${cost.toFixed(1)} ms${compared}: ${what}\n`;
}

function boundOf(own: number, floor: number): number {
  return Math.max(floor, mostTimes * own);
}

/** The thread's main function: measures the cost of each text. */
function run({ texts, seed, folders, only, floor }: Options): void {
  const nets = [...ownNets(), ...folders.flatMap(netsIn)];
  const ownCosts = rememberedCosts();
  const drawn = fc.sample(fc.tuple(fc.noBias(fc.nat(nets.length - 1)), changes), { numRuns: texts, seed });
  drawn.forEach(([index, made], i) => {
    const net = nets[index];
    if (!net || (only !== undefined && i !== only)) return;
    const text = withChanges(net.text, made);
    if (only !== undefined) process.stdout.write(`${text}\n`);
    const what = `text ${i}, ${net.name}, ${describe(made)}`;
    say({ kind: 'begins', index: i, what });
    try {
      for (const took of judged(net, text, { ownCosts, floor })) say({ kind: 'took', what, ...took });
    } catch (error) {
      say({ kind: 'threw', what, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
}

type Costs = Readonly<Record<Stage, number>>;

/** Measures the unchanged net's cost only if it is needed. */
function judged(
  net: Net,
  text: string,
  { ownCosts, floor }: { readonly ownCosts: (net: Net) => Costs; readonly floor: number },
): readonly Pick<Took, 'stage' | 'cost' | 'own'>[] {
  let costs = costsOf(text);
  if (stages.every((stage) => costs[stage] <= floor))
    return stages.map((stage) => ({ stage, cost: costs[stage], own: undefined }));
  const own = ownCosts(net);
  const isOver = (): boolean => stages.some((stage) => costs[stage] > boundOf(own[stage], floor));
  for (let attempt = 1; attempt < attempts && isOver(); attempt++) costs = least(costs, costsOf(text));
  return stages.map((stage) => ({ stage, cost: costs[stage], own: own[stage] }));
}

/** The costs of unchanged nets, measured in a second run, when the code is warmed up. */
function rememberedCosts(): (net: Net) => Costs {
  const known = new Map<Net, Costs>();
  return (net) => {
    const costs = known.get(net) ?? least(costsOf(net.text), costsOf(net.text));
    known.set(net, costs);
    return costs;
  };
}

function least(one: Costs, other: Costs): Costs {
  return costsBy((stage) => Math.min(one[stage], other[stage]));
}

function costsBy(of: (stage: Stage) => number): Costs {
  return { analysis: of('analysis'), forecast: of('forecast'), editor: of('editor') };
}

function say(said: Said): void {
  parentPort?.postMessage(said);
}

/** In ms of CPU time by stage. */
function costsOf(text: string): Costs {
  const costs = new Map<Stage, number>();
  let since = processorTime();
  for (const stage of makeWhole(text)) {
    costs.set(stage, processorTime() - since);
    since = processorTime();
  }
  return costsBy((stage) => costs.get(stage) ?? 0);
}

if (!isMainThread) run(workerData as Options);
