import { schema } from './generated/bvlc';
import type { RawSchema } from './raw';
import { link } from './link';
import type { Schema } from './types';

/** The data that other Caffes extend. */
export const bvlcRaw: RawSchema = schema;

/** The proto of BVLC Caffe 9b89154, compiled from `schemas/bvlc.proto`. */
export const bvlcSchema: Schema = link('bvlc', schema);
