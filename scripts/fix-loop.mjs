// `node scripts/fix-loop.mjs [nets] [seed] [examples] [faults] [nets|corpus]`: breaks nets that Caffe accepts and repairs them by the tools alone; see
// test/oracle/fix-loop.ts. Prints how many end as the original, by kind of fault.
import { runnerFrom } from './lib/from-sources.mjs';
import { argumentsOf, wrongUsage } from './lib/options.mjs';

const usage = `node scripts/fix-loop.mjs [NETS] [SEED] [EXAMPLES] [FAULTS] [nets|corpus]: breaks accepted nets, repairs them by the
first fix, and prints by kind of fault how many end as the original.
  NETS        how many; by default, 100
  SEED        another seed, other faults; by default, 1
  EXAMPLES    how many nets are shown that end otherwise; by default, 10
  FAULTS      in one net, at most; by default, 3`;
const { positionals } = argumentsOf(usage, { allowPositionals: true });
const wrong = positionals.slice(0, 4).find((text) => !/^\d+$/.test(text));
if (wrong !== undefined) wrongUsage(`${wrong} is not a number`);
const [nets = 100, seed = 1, examples = 10, most = 3] = positionals.slice(0, 4).map(Number);
const { module } = await runnerFrom('fix-loop', "export * from './test/oracle/fix-loop';");
const { fixLoop, loopReport, netsForLoop } = module;
process.stdout.write(loopReport(await fixLoop(netsForLoop(nets, positionals[4]), seed, most), examples));
