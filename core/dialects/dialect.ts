/** A Caffe as a value: its schema, its layers, its fillers. Forks are made by extending another dialect. */
import type { FillerRule, LayerRule, Registry } from '../net/rules';
import type { ForkNames, Schema } from '../schema/types';

export interface Dialect {
  /** As `--schema` and the settings name it: `bvlc`, `ssd`, … */
  readonly id: string;
  /** As a person reads it: "BVLC Caffe". */
  readonly label: string;
  readonly schema: Schema;
  readonly layers: Registry<LayerRule>;
  readonly fillers: Registry<FillerRule>;
  /** Names that other Caffes have, so that an unknown name can say whose it is. */
  readonly forks: ForkNames;
}
