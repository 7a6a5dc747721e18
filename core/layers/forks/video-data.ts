/**
 * Clips of videos, from a list: tops (batch_size, C, new_length, H, W), cropped to `crop_size`, and the labels
 * (video_data_layer.cpp of facebookarchive/C3D and of chuckcho/video-caffe).
 */
import type { LayerRule } from '../../net/rules';
import type { Dim, Shape } from '../../net/shape';
import { datumOf, transformed } from '../shared/transform';
import { source } from '../shared/windows';
import { flagIn, numberIn, positive } from './loose';
import { arityOf, shaped } from './shaped';

const clips = shaped({
  type: 'VideoData',
  summary: 'Clips of videos, from a list. Tops: (batch_size, C, new_length, H, W), and the labels.',
  param: 'video_data_param',
  alsoReads: ['transform_param'],
  arity: arityOf([0, 0], [2, 2]),
  tops(input) {
    const { param } = input;
    const [, height, width] = datumOf(input);
    const sized = (name: string, own: Dim): Dim => numberIn(param, name) || own;
    // C3D reads videos in color; video-caffe has a field.
    const channels = param.type.fields.has('is_color') && !flagIn(param, 'is_color') ? 1 : 3;
    const [, h, w] = transformed(input, [channels, sized('new_height', height), sized('new_width', width)]);
    const batch = numberIn(param, 'batch_size');
    const labels: Shape = flagIn(param, 'use_multiple_label') ? [batch, numberIn(param, 'num_of_labels')] : [batch];
    return [[batch, channels, numberIn(param, 'new_length'), h, w], labels];
  },
  check: (input) => positive(input, 'batch_size'),
});

export const videoData: LayerRule = {
  ...clips,
  window: source,
  source: true,
  readsState: true,
  setUp: (input) => ({ ...clips.setUp(input), draws: null }),
};
