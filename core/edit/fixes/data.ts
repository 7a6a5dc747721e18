import type { Analysis } from '../../analysis/analysis';
import type { Span } from '../../problems';
import type { dataProblems } from '../../problems/data';
import { writtenParamOf } from '../../infer/param-of';
import { entriesOf, entryOf, sub } from '../../schema/message';
import { usualDatum, writeDatum } from '../write-datum';
import { layerAt, removeIt, soundly, type Fixer, type Fixes } from './fixer';

const writeShape: Fixer = (analysis, { span }) => {
  const datum = suggestedDatum(analysis, span);
  return [{ id: 'write-datum', args: { datum }, changes: [writeDatum(analysis.text, datum)], guess: 'value' }];
};

/** The likely shape of the records that the data layer at a span reads, as a comment has it. */
export function suggestedDatum(analysis: Analysis, span: Span): string {
  const found = layerAt(analysis, span);
  const param = found && writtenParamOf(found);
  const source = param && entryOf(param, 'source')?.value;
  // Several mean values are one per channel.
  const transform = found && sub(found.layer.message, 'transform_param');
  const means = transform ? entriesOf(transform, 'mean_value').length : 0;
  return usualDatum(typeof source === 'string' ? source : '', means > 1 ? means : undefined);
}

export const dataFixes: Fixes<keyof typeof dataProblems> = {
  'data/unknown-record-shape': soundly(writeShape),
  'data/mean-file-and-value': 'several',
  'data/mean-value-count': 'author',
  'data/crop-too-large': 'author',
  'data/batch-size': 'author',
  'data/half-of-size': 'author',
  'data/window-crop': 'author',
  'data/memory-sizes': 'author',
  'data/no-transform': removeIt,
  'data/no-file': 'author',
  'data/no-prefetch': 'author',
};
