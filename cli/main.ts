/** `prototxt-lens`: the engine on the command line. */
import { say } from '#core/messages/language';
import { visible } from '#core/messages/shown';
import { codeOf, reasonOf } from '#project/reason';
import type { Channel } from '#run/messages';
import { exitUsage } from './io';
import { nodeIo } from './node-io';
import { run } from './dispatch';

export async function main(nextWorker: () => Channel): Promise<void> {
  const io = nodeIo(process, nextWorker);
  try {
    process.exitCode = await run(process.argv.slice(2), io);
  } catch (error) {
    // A file error that gets here is about the output: errors of other files are reported where they are read.
    if (codeOf(error) in io.language.reasons)
      io.complain(say(io.language.cli, 'no-output', { reason: reasonOf(error, io.language) }));
    else {
      const lines = (error instanceof Error ? (error.stack ?? error.message) : String(error)).split('\n');
      io.complain(lines.map(visible).join('\n'));
    }
    process.exitCode = exitUsage;
  }
}
