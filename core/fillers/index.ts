import { registry, type FillerRule, type Registry } from '../net/rules';
import { bilinear } from './bilinear';
import { constant } from './constant';
import { gaussian } from './gaussian';
import { msra } from './msra';
import { positiveUnitball } from './positive-unitball';
import { uniform } from './uniform';
import { xavier } from './xavier';

/** The fillers of BVLC Caffe. */
export const bvlcFillers: Registry<FillerRule> = registry([
  bilinear,
  constant,
  gaussian,
  msra,
  positiveUnitball,
  uniform,
  xavier,
]);
