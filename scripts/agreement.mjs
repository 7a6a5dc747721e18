// Bundles the runner with the current engine and runs it: see test/oracle/agreement.ts.
import { runnerFrom } from './lib/from-sources.mjs';
import { asUsage } from './lib/options.mjs';

const { module } = await runnerFrom('agreement', "export * from './test/oracle/agreement';");
process.stdout.write(await module.agreement(process.argv.slice(2)).catch(asUsage));
