/** embed_layer.cpp: num_output values for each index, of input_dim rows. */
import { layerTable } from '../support/layer-table';

layerTable('Embed', [
  ['4×2', 'num_output: 5 input_dim: 10', '4×2×5 | 10×5, 5'],
  ['4', 'num_output: 5 input_dim: 10 bias_term: false', '4×5 | 10×5'],
  ['scalar', 'num_output: 5 input_dim: 10 bias_term: false', '5 | 10×5'],
  ['4', 'num_output: 5', '? | ?×5, 5 ! layer/embed-size embed_param'],
  ['4', 'input_dim: 10', '? | 10×?, ? ! layer/embed-size embed_param'],
  ['0', 'num_output: 5 input_dim: 10', '? | 10×5, 5 ! layer/empty-bottom b0'],
]);
