/**
 * The command line's entry point. It loads the bundle of `main.ts` through the compile cache, and meanwhile, for commands
 * that run a net, the runtime in its worker.
 */
import { keepCompiled } from '#project/node/keep-compiled';
import { besideProgram } from '#project/node/version';
import { nodeChannels } from '#run/node';

keepCompiled();

const [, program = '.', command = ''] = process.argv;
const channels = nodeChannels(besideProgram(program, '../run/worker-node.mjs'));
if (['run', 'onnx'].includes(command)) channels.prepare();

// A separate bundle, see esbuild.mjs.
void import('./main').then(({ main }) => main(channels.next));
