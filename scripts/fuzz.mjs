// `npm run fuzz`: bundles the fuzzer with the current engine and runs it: see test/robustness/values/fuzz.ts.
import { runnerFrom } from './lib/from-sources.mjs';
import { asUsage } from './lib/options.mjs';

const { module, outfile } = await runnerFrom('fuzz', "export * from './test/robustness/values/fuzz';");
process.exitCode = await module.fuzz(process.argv.slice(2), outfile).catch(asUsage);
