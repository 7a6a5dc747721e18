/** `prototxt-lens`: the engine from the shell. */
import { exitUsage } from './io';
import { nodeIo } from './node-io';
import { run } from './run';

void main();

async function main(): Promise<void> {
  const io = nodeIo(process);
  try {
    process.exitCode = await run(process.argv.slice(2), io);
  } catch (error) {
    io.complain(`prototxt-lens: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
    process.exitCode = exitUsage;
  }
}
