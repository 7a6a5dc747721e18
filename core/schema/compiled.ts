import { schema } from './generated/bvlc';
import { link } from './link';
import type { Schema } from './types';

/** The proto of BVLC Caffe 9b89154, compiled from `schemas/bvlc.proto`. */
export const bvlcSchema: Schema = link('bvlc', schema);
