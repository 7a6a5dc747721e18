import { formatsOf, type Command } from './options';

export function mainHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const list = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`).join('\n');
  return `prototxt-lens: what Caffe would say about a net, without Caffe

  prototxt-lens COMMAND [options] FILE…
  prototxt-lens COMMAND --help
  prototxt-lens --version

${list}

Exit status: 0, 1 if check finds an error, 2 if a file can't be read or the command line is wrong.
`;
}

export function commandHelp(command: Command): string {
  return `prototxt-lens ${command.name} [options] FILE…
  ${command.summary}

  --format ${formatsOf(command).padEnd(17)}how to print it (json: one line for each file and state)
  --phase TRAIN|TEST        the state to build the net in; without it, each phase that the file serves
  --level N                 the state's level, 0 if not given
  --stage S                 a stage of the state; may be given again
  --schema auto|bvlc        which Caffe
  --kind auto|net|solver    what the file is
  --datum CxHxW             shape of one record of Data layers that name no shape
  --iterations N            how far a solver's learning rate is listed (json), 120 if not given
  --syntax-only             stop after the fields' names and values
  --files-from LIST|-       more files, one a line
`;
}
