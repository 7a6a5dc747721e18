/** `prototxt-lens`: the engine from the shell. */
import { say } from '#core/messages/language';
import { codeOf, reasonOf } from '#project/reason';
import { exitUsage } from './io';
import { nodeIo } from './node-io';
import { run } from './run';

void main();

async function main(): Promise<void> {
  const io = nodeIo(process);
  // Leaving by `exit` takes half-written files along.
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const)
    process.once(signal, () => process.exit(128 + number));
  try {
    process.exitCode = await run(process.argv.slice(2), io);
  } catch (error) {
    // The system's refusals are of the output: those of files are told where they are read.
    if (codeOf(error) in io.language.reasons)
      io.complain(say(io.language.cli, 'no-output', { reason: reasonOf(error, io.language) }));
    else io.complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = exitUsage;
  }
}
