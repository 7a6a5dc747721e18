/**
 * Measures a single cold call: prints its duration in ms, in a process where everything is loaded but nothing is warmed up, as
 * in a new server.
 */
import { toDiagnosticsOf } from './diagnostics';
import { toTree } from './engine';
import { benchNet } from './nets';
import { asJson, jsonService, protobufjsReader } from './peers';

const { text } = benchNet();
const [what = ''] = process.argv.slice(2);

void measure(what).then((ms) => process.stdout.write(`${ms}\n`));

async function measure(name: string): Promise<number> {
  switch (name) {
    case 'tree':
      return timed(() => toTree(text));
    case 'diagnostics':
      return timed(() => toDiagnosticsOf(text));
    case 'protobufjs': {
      const read = protobufjsReader();
      return timed(() => read(text));
    }
    case 'json': {
      const json = asJson(text);
      const validate = jsonService();
      return timed(() => validate(json));
    }
    default:
      throw new Error(`nothing is called ${name}`);
  }
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
