/** Finds the command that a command line names, and runs it. */
import { say } from '#core/messages/language';
import { nearest } from '#core/text/suggest';
import { check } from './check';
import { format } from './format';
import { commandHelp, mainHelp } from './help';
import { init } from './init';
import { inspect } from './inspect';
import { exitOk, exitUsage, type Io } from './io';
import { mcp } from './mcp';
import { readOptions, type Command } from './options';
import { onnx } from './onnx';
import { portability } from './portability';
import { runOnce } from './run-once';
import { signal } from './signal';
import { upgrade } from './upgrade';
import { weights } from './weights';

const commands: Readonly<Record<string, Command>> = {
  check,
  inspect,
  init,
  weights,
  signal,
  portability,
  run: runOnce,
  onnx,
  format,
  upgrade,
  mcp,
};

/** Runs one command line (without the program's own name) and returns the exit status. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = argv;
  if (name === '--version') return print(`${io.version()}\n`, io);
  if (name === undefined || name === '--help' || name === '-h') {
    await io.write(mainHelp(Object.values(commands), io.language));
    return name === undefined ? exitUsage : exitOk;
  }
  if (name === 'help') return run([...rest.slice(0, 1), '--help'], io);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return complain(unknownCommand(name, io), io);
  const read = await readOptions(rest, command, io);
  switch (read.kind) {
    case 'help':
      return print(commandHelp(command, io.language), io);
    case 'wrong':
      return complain(read.message, io);
    case 'options':
      return command.run(read.options, io);
  }
}

function unknownCommand(name: string, { language: { usage } }: Io): string {
  if (/\.\w+$/.test(name)) return say(usage, 'wrong/file-for-command', { name });
  const suggestion = nearest(name, Object.keys(commands));
  return suggestion === undefined
    ? say(usage, 'wrong/command', { name })
    : say(usage, 'wrong/command-near', { name, suggestion });
}

async function print(text: string, io: Io): Promise<number> {
  await io.write(text);
  return exitOk;
}

function complain(message: string, io: Io): number {
  io.complain(message);
  return exitUsage;
}
