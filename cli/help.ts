import { formatsOf, type Command, type OwnOption } from './options';

const ownHelp: Readonly<Record<OwnOption, string>> = {
  weights: '--weights                 draw the weights, and tell the crc32 of each blob (json)',
  seed: '--seed N                  draw as set_random_seed(N); without it, by the random_seed of a solver beside the net, else 1701',
  out: '--out FILE                where to write; its name ends in .npy, .npz or .caffemodel',
  layer: '--layer NAME              only this layer (.npy and .npz)',
  blob: '--blob N                  which of its blobs a .npy holds, 0 if not given',
  input: '--input standard|transform|MEAN,STD  what enters: N(0,1) if not given, or what transform_param makes of pixels',
  force: '--force                   replace a file that is there',
};

export function mainHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const list = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`).join('\n');
  return `prototxt-lens: what Caffe would say about a net, without Caffe

  prototxt-lens COMMAND [options] FILE…
  prototxt-lens COMMAND --help
  prototxt-lens --version

${list}

Exit status: 0, 1 if check finds an error or format --check an unformatted file, 2 if a file can't be read or the command line is wrong.
`;
}

export function commandHelp(command: Command): string {
  return command.rewrites ? rewritingHelp(command, command.rewrites) : reportingHelp(command);
}

function rewritingHelp({ name, summary }: Command, rewrites: readonly ('check' | 'write')[]): string {
  const check = rewrites.includes('check') ? '  --check                   print nothing, name the files that would change, and exit with 1 if there is one\n' : '';
  return `prototxt-lens ${name} [options] FILE…
  ${summary}

${check}  --write                   write the files instead of printing them
  --indent N|tab            blanks of one step of indentation, 2 if not given
  --files-from LIST|-       more files, one a line

  FILE may be - for the standard input.
`;
}

function reportingHelp(command: Command): string {
  return `prototxt-lens ${command.name} [options] FILE…
  ${command.summary}

  --format ${formatsOf(command).padEnd(17)}how to print it (json: one line for each file and state)
  --phase TRAIN|TEST        the state to build the net in; without it, each phase that the file serves
  --level N                 the state's level, 0 if not given
  --stage S                 a stage of the state; may be given again
  --schema auto|NAME|PATH   which Caffe: told from the file, by name (bvlc, ssd, rfcn, intel, …), or a proto
  --kind auto|net|solver    what the file is
  --datum CxHxW             shape of one record of Data layers that name no shape
  --iterations N            how far a solver's learning rate is listed (json), 120 if not given
  --syntax-only             stop after the fields' names and values
${(command.own ?? []).map((option) => `  ${ownHelp[option]}\n`).join('')}  --files-from LIST|-       more files, one a line
`;
}
