/** Names that Caffe opens or looks up while setting up a layer: an empty one is not found. */
import { describe, test } from 'vitest';
import { check } from '../support/layer-case';

describe('empty names', () => {
  test('are rejected for files', () =>
    check(`
    layer { name: "l0" type: "Data" top: "y0" data_param { batch_size: 2 } }
    #                         ^^^^ data/unknown-record-shape
    #                                     ^^ 2×?×?×?
    #                                         ^^^^^^^^^^ data/no-file
    layer { name: "l1" type: "Data" top: "y1" data_param { source: "" batch_size: 2 } transform_param { crop_size: 4 mean_value: 1 mean_value: 2 } }
    #                                     ^^ 2×2×4×4
    #                                                              ^^ data/no-file
    layer { name: "l2" type: "ImageData" top: "y2" top: "z2" image_data_param { batch_size: 2 new_height: 4 new_width: 4 } }
    #                                          ^^ 2×3×4×4
    #                                                    ^^ 2
    #                                                        ^^^^^^^^^^^^^^^^ data/no-file
    layer { name: "l3" type: "HDF5Data" top: "y3" hdf5_data_param { batch_size: 2 } }
    #                                         ^^ ?
    #                                             ^^^^^^^^^^^^^^^ data/no-file
    layer { name: "l4" type: "WindowData" top: "y4" top: "z4" window_data_param { batch_size: 2 } transform_param { crop_size: 4 } }
    #                                           ^^ 2×?×4×4
    #                                                     ^^ 2
    #                                                         ^^^^^^^^^^^^^^^^^ data/no-file
    layer { name: "l5" type: "MemoryData" top: "y5" top: "z5" memory_data_param { batch_size: 1 channels: 3 height: 4 width: 4 }
    #                                           ^^ ?
    #                                                     ^^ ?
      transform_param { mean_file: "" } }
    #                              ^^ data/no-file
    layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 4 dim: 3 } } }
    layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 4 } } }
    layer { name: "l6" type: "InfogainLoss" bottom: "a" bottom: "b" top: "y6" infogain_loss_param { source: "" } }
    #                                                                     ^^ scalar
    #                                                                                                       ^^ data/no-file
    layer { name: "l7" type: "HDF5Output" bottom: "a" bottom: "b" }
    #                         ^^^^^^^^^^ data/no-file
  `));

  test('are rejected for Python classes', () =>
    check(`
    layer { name: "l0" type: "Python" top: "y0" }
    #                         ^^^^^^ layer/python-class
    #                                       ^^ ?
    layer { name: "l1" type: "Python" top: "y1" python_param { module: "layers" } }
    #                                       ^^ ?
    #                                           ^^^^^^^^^^^^ layer/python-class
    layer { name: "l2" type: "Python" top: "y2" python_param { module: "" layer: "Mine" } }
    #                                       ^^ ?
    #                                                                  ^^ layer/python-class
    layer { name: "l3" type: "Python" top: "y3" python_param { module: "layers" layer: "Mine" } }
    #                                       ^^ ?
  `));
});

describe('an abort in the first Forward', () => {
  test('is reported for fillers of data, except constant, which runs at set-up', () =>
    check(`
    layer { name: "l0" type: "DummyData" top: "y0" top: "z0" dummy_data_param { shape { dim: 2 } data_filler { type: "gaussian" std: 0 } } }
    #                                          ^^ 2
    #                                                    ^^ 2
    #                                                                                                                           ^^^^^^ filler/rejected-later
    layer { name: "l1" type: "DummyData" top: "y1" dummy_data_param { shape { dim: 2 } data_filler { type: "constant" sparse: 3 } } }
    #                                          ^^ 2
    #                                                                                                                 ^^^^^^^^^ filler/sparse-unsupported
  `));

  test('is reported for HDF5Output with bottoms that do not fit', () =>
    check(`
    layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 4 dim: 3 } } }
    layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 3 } } }
    layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 4 dim: 1 dim: 1 dim: 1 dim: 1 } } }
    layer { name: "l0" type: "HDF5Output" bottom: "a" bottom: "a" hdf5_output_param { file_name: "out.h5" } }
    layer { name: "l1" type: "HDF5Output" bottom: "a" bottom: "b" hdf5_output_param { file_name: "out.h5" } }
    #                                                          ^ layer/hdf5-output-bottoms
    layer { name: "l2" type: "HDF5Output" bottom: "c" bottom: "a" hdf5_output_param { file_name: "out.h5" } }
    #                                              ^ layer/hdf5-output-bottoms
  `));

  test('is reported for a data layer that prefetches nothing', () =>
    check(`
    layer { name: "l0" type: "ImageData" top: "y0" top: "z0" data_param { prefetch: 0 }
    #                                          ^^ 2×3×4×4
    #                                                    ^^ 2
    #                                                                               ^ data/no-prefetch
      image_data_param { source: "list.txt" batch_size: 2 new_height: 4 new_width: 4 } }
  `));
});
