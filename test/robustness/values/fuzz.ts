/**
 * `npm run fuzz`: the cost of a text goes by its length, never by its values. Nets with other values are analysed whole, and each
 * may take `mostTimes` what the net takes as it was, in processor time. Runs in a thread, so that a text without end is told too.
 */
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { changes, describe, withChanges } from './other-values';
import { netsIn, ownNets, type Net } from './nets';
import { works, type Work } from './whole';

const help = `node scripts/fuzz.mjs [options]
  --texts N       so many texts; 1000 if not given
  --seed N        where the values begin; another seed, other values
  --nets FOLDER   the nets in this folder too
  --only N        this text of the run alone, printed
`;

interface Options {
  readonly texts: number;
  readonly seed: number;
  readonly folders: readonly string[];
  readonly only: number | undefined;
}

/** A text may take so many times what the net takes as it was. */
const mostTimes = 20;

/** In ms of processor time: less is no cost, and no longer told from what a collection of garbage takes. */
const floor = 150;

/** In ms: who has not ended by then has no end. */
const endless = 60_000;

/** Who takes too long may have been unlucky, but not so many times. */
const attempts = 4;

type Said =
  | { readonly kind: 'begins'; readonly what: string }
  | { readonly kind: 'took'; readonly what: string; readonly cost: number; readonly own: number }
  | { readonly kind: 'threw'; readonly what: string; readonly error: string };

/** Resolves to the exit code. */
export async function fuzz(argv: readonly string[], script: string): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      texts: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      nets: { type: 'string', multiple: true, default: [] },
      only: { type: 'string' },
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
  };
  return report(options, await follow(new Worker(script, { workerData: options })));
}

interface Result {
  readonly took: readonly Extract<Said, { kind: 'took' }>[];
  readonly threw: readonly Extract<Said, { kind: 'threw' }>[];
  /** The text that did not end. */
  readonly endless: string | undefined;
}

function follow(worker: Worker): Promise<Result> {
  const took: Extract<Said, { kind: 'took' }>[] = [];
  const threw: Extract<Said, { kind: 'threw' }>[] = [];
  let current = 'before the first text';
  return new Promise((resolve, reject) => {
    const end = (unended: string | undefined): void => {
      clearTimeout(limit);
      void worker.terminate();
      resolve({ took, threw, endless: unended });
    };
    const limit = setTimeout(() => end(current), endless);
    worker.on('message', (said: Said) => {
      limit.refresh();
      if (said.kind === 'begins') current = said.what;
      else if (said.kind === 'took') took.push(said);
      else threw.push(said);
    });
    worker.on('error', reject);
    worker.on('exit', () => end(undefined));
  });
}

function report({ texts }: Options, { took, threw, endless: unended }: Result): number {
  const slowest = [...took].sort((a, b) => b.cost - a.cost);
  const over = took.filter(({ cost, own }) => cost > boundOf(own));
  const line = ({ what, cost, own }: Result['took'][number]): string =>
    `  ${cost.toFixed(0)} ms, ${(cost / own).toFixed(1)} times ${own.toFixed(1)} ms: ${what}\n`;
  process.stdout.write(
    [
      `${texts} texts, ${took.length} times some work, ${over.length} over the bound (${mostTimes} times the net's own cost, or ${floor} ms)\n`,
      ...over.map(line),
      ...works.flatMap(({ name }) => [
        `the slowest: ${name}\n`,
        ...slowest
          .filter(({ what }) => what.startsWith(name))
          .slice(0, 4)
          .map(line),
      ]),
      'the most times its own\n',
      ...[...took]
        .sort((a, b) => b.cost / b.own - a.cost / a.own)
        .slice(0, 8)
        .map(line),
      ...threw.slice(0, 5).map(({ what, error }) => `threw: ${what}\n${error}\n`),
      ...(unended === undefined ? [] : [`without end: ${unended}\n`]),
    ].join(''),
  );
  return over.length + threw.length === 0 && unended === undefined && took.length > 0 ? 0 : 1;
}

function boundOf(own: number): number {
  return Math.max(floor, mostTimes * own);
}

/** In the thread: each text, and what it cost. */
function run({ texts, seed, folders, only }: Options): void {
  const nets = [...ownNets(), ...folders.flatMap(netsIn)];
  const own = new Map<string, number>();
  const ownCost = (net: Net, work: Work): number => {
    const key = `${work.name} ${net.name}`;
    let cost = own.get(key);
    if (cost === undefined) own.set(key, (cost = Math.min(costOf(work, net.text), costOf(work, net.text))));
    return cost;
  };
  const drawn = fc.sample(fc.tuple(fc.nat(nets.length - 1), changes), { numRuns: texts, seed });
  drawn.forEach(([index, made], i) => {
    const net = nets[index];
    if (!net || (only !== undefined && i !== only)) return;
    const text = withChanges(net.text, made);
    const what = `text ${i}, ${net.name}, ${describe(made)}`;
    if (only !== undefined) process.stdout.write(`${text}\n`);
    for (const work of works) {
      say({ kind: 'begins', what: `${work.name} of ${what}` });
      try {
        const asItWas = ownCost(net, work);
        let cost = costOf(work, text);
        for (let attempt = 1; attempt < attempts && cost > boundOf(asItWas); attempt++)
          cost = Math.min(cost, costOf(work, text));
        say({ kind: 'took', what: `${work.name} of ${what}`, cost, own: asItWas });
      } catch (error) {
        say({ kind: 'threw', what, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      }
    }
  });
}

function say(said: Said): void {
  parentPort?.postMessage(said);
}

/** In ms of processor time. */
function costOf({ run: work }: Work, text: string): number {
  const before = process.cpuUsage();
  work(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

if (!isMainThread) run(workerData as Options);
