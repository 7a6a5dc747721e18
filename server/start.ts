/** The server's program, in both of its threads: bundles compiled before where they ran before. */
import { isMainThread } from 'node:worker_threads';
import { keepCompiled } from '#project/node/keep-compiled';

keepCompiled();

// Bundles of their own, see esbuild.mjs.
if (isMainThread) void import('./node');
else void import('./worker-node');
