/**
 * Every sentence a person reads, in English, by code. `{name}` is an argument of the problem. A sentence says what Caffe
 * does, then what to do about it.
 */
import type { Code } from '../../codes';
import { check } from './check';
import { data } from './data';
import { file } from './file';
import { filler } from './filler';
import { layer } from './layer';
import { net } from './net';
import { schema } from './schema';
import { solver } from './solver';
import { syntax } from './syntax';
import { weights } from './weights';

export const en: Record<Code, string> = {
  ...check,
  ...data,
  ...file,
  ...filler,
  ...layer,
  ...net,
  ...schema,
  ...solver,
  ...syntax,
  ...weights,
};
