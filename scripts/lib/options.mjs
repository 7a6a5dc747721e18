// The command line of a script.
import { parseArgs } from 'node:util';
import { say } from './steps.mjs';

/**
 * What `parseArgs` finds by `config`. With --help, prints the usage and ends the process; for what the script does not take, one
 * line, with exit code 2.
 */
export function argumentsOf(usage, config = {}) {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    say(usage);
    process.exit(0);
  }
  try {
    return parseArgs({ ...config, args });
  } catch (error) {
    return asUsage(error);
  }
}

/** An error of `parseArgs` in one line; any other is thrown again. */
export function asUsage(error) {
  if (!String(error.code).startsWith('ERR_PARSE_ARGS_')) throw error;
  // Node's next sentence is about options that are meant as arguments.
  return wrongUsage(error.message.split('. ')[0]);
}

/** `message`: without a full stop. */
export function wrongUsage(message) {
  process.stderr.write(`${message}. --help shows the usage.\n`);
  process.exit(2);
}
