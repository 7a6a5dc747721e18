/** The rules of each fork, by its id; a fork that is not here has BVLC Caffe's, and its own layers are known by name. */
import type { ForkRules } from './dialect';

export const forkRules: Readonly<Record<string, ForkRules>> = {};
