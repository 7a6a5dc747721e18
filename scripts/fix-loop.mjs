// `node scripts/fix-loop.mjs [nets] [seed] [examples] [faults] [nets|corpus]`: breaks nets that Caffe accepts and repairs them by the tools alone; see
// test/oracle/fix-loop.ts. Prints how many end as the original, by kind of fault.
import { runnerFrom } from './lib/from-sources.mjs';

const { module } = await runnerFrom('fix-loop', "export * from './test/oracle/fix-loop';");
const { fixLoop, loopReport, netsForLoop } = module;
const [nets = 100, seed = 1, examples = 10, most = 3] = process.argv.slice(2, 6).map(Number);
process.stdout.write(loopReport(await fixLoop(netsForLoop(nets, process.argv[6]), seed, most), examples));
