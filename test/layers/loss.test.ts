import { describe, it } from 'vitest';
import { check } from '../support/layer-case';

describe('losses', () => {
  it('have a single value, and their top may be omitted', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 4 dim: 5 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 4 } } }
      layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 4 dim: 5 } } }
      layer { name: "l0" type: "SoftmaxWithLoss" bottom: "a" bottom: "b" top: "y0" }
      #                                                                        ^^ scalar
      layer { name: "l1" type: "SoftmaxWithLoss" bottom: "a" bottom: "b" }
      layer { name: "l2" type: "EuclideanLoss" bottom: "a" bottom: "c" top: "y2" }
      #                                                                      ^^ scalar
      layer { name: "l3" type: "HingeLoss" bottom: "a" bottom: "b" top: "y3" hinge_loss_param { norm: L2 } }
      #                                                                  ^^ scalar
      layer { name: "l4" type: "MultinomialLogisticLoss" bottom: "a" bottom: "b" top: "y4" }
      #                                                                                ^^ scalar
      layer { name: "l5" type: "SigmoidCrossEntropyLoss" bottom: "a" bottom: "c" top: "y5" }
      #                                                                                ^^ scalar
    `);
  });

  it('require predictions and labels with the same first dimension', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 4 dim: 3 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 3 dim: 3 } } }
      layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 4 } } }
      layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 4 dim: 1 } } }
      layer { name: "l0" type: "HingeLoss" bottom: "a" bottom: "b" top: "y0" }
      #                                                         ^ layer/first-dimensions-differ
      #                                                                  ^^ scalar
      layer { name: "l1" type: "EuclideanLoss" bottom: "c" bottom: "b" top: "y1" }
      #                                                             ^ layer/first-dimensions-differ
      #                                                                      ^^ scalar
      layer { name: "l2" type: "HingeLoss" bottom: "a" bottom: "y0" top: "y2" }
      #                                                         ^^ layer/scalar-bottom
      #                                                                   ^^ scalar
      layer { name: "l3" type: "HingeLoss" bottom: "c" bottom: "d" top: "y3" }
      #                                                                  ^^ scalar
    `);
  });

  it('compare the counts per item (EuclideanLoss) or of the blobs (SigmoidCrossEntropyLoss)', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 2 dim: 3 dim: 1 dim: 1 } } }
      layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 2 dim: 1 } } }
      layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 2 } } }
      layer { name: "l0" type: "EuclideanLoss" bottom: "a" bottom: "b" top: "y0" }
      #                                                                      ^^ scalar
      layer { name: "l1" type: "EuclideanLoss" bottom: "a" bottom: "c" top: "y1" }
      #                                                             ^ layer/item-counts-differ
      #                                                                      ^^ scalar
      layer { name: "l2" type: "EuclideanLoss" bottom: "d" bottom: "c" top: "y2" }
      #                                                                      ^^ scalar
      layer { name: "l3" type: "SigmoidCrossEntropyLoss" bottom: "a" bottom: "b" top: "y3" }
      #                                                                                ^^ scalar
      layer { name: "l4" type: "SigmoidCrossEntropyLoss" bottom: "a" bottom: "d" top: "y4" }
      #                                                                       ^ layer/counts-differ
      #                                                                                ^^ scalar
    `);
  });

  it('require one label for each position outside of the class axis', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 4 dim: 3 dim: 2 dim: 3 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 4 dim: 2 dim: 3 } } }
      layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 4 } } }
      layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 4 dim: 1 dim: 2 dim: 3 } } }
      layer { name: "l0" type: "SoftmaxWithLoss" bottom: "a" bottom: "b" top: "y0" }
      #                                                                        ^^ scalar
      layer { name: "l1" type: "SoftmaxWithLoss" bottom: "a" bottom: "c" top: "y1" }
      #                                                               ^ layer/label-count
      #                                                                        ^^ scalar
      layer { name: "l2" type: "SoftmaxWithLoss" bottom: "a" bottom: "d" top: "y2" softmax_param { axis: -3 } }
      #                                                                        ^^ scalar
      layer { name: "l3" type: "SoftmaxWithLoss" bottom: "a" bottom: "d" top: "y3" softmax_param { axis: 2 } }
      #                                                               ^ layer/label-count
      #                                                                        ^^ scalar
      layer { name: "l4" type: "SoftmaxWithLoss" bottom: "a" bottom: "d" top: "y4" softmax_param { axis: 4 } }
      #                                                                        ^^ scalar
      #                                                                                                  ^ layer/axis-out-of-range
      layer { name: "l5" type: "SoftmaxWithLoss" bottom: "c" bottom: "c" top: "y5" }
      #                                                   ^ layer/axis-out-of-range
      #                                                                        ^^ scalar
    `);
  });

  it('reject a second top of a softmax loss, and for InfogainLoss require its loss_weight', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 4 dim: 3 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 4 } } }
      layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 3 dim: 3 } } }
      layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 4 dim: 1 } } }
      layer { name: "l0" type: "SoftmaxWithLoss" bottom: "a" bottom: "b" top: "y0" top: "z0" }
      #                                                                        ^^ scalar
      #                                                                                  ^^ layer/second-top
      #                                                                                  ^^ 4×3
      layer { name: "l1" type: "SoftmaxWithLoss" bottom: "a" bottom: "b" top: "y1" top: "z1"
      #                                                                        ^^ scalar
      #                                                                                  ^^ layer/second-top
      #                                                                                  ^^ 4×3
        loss_weight: 1 loss_weight: 0 }
      layer { name: "l2" type: "InfogainLoss" bottom: "a" bottom: "b" bottom: "c" top: "y2" top: "z2" }
      #                                                                                 ^^ scalar
      #                                                                                           ^^ layer/loss-weights-missing
      #                                                                                           ^^ 4×3
      layer { name: "l3" type: "InfogainLoss" bottom: "a" bottom: "b" bottom: "c" top: "y3" top: "z3"
      #                                                                                 ^^ scalar
      #                                                                                           ^^ 4×3
        loss_weight: 1 loss_weight: 0 }
    `);
  });

  it('take the matrix of InfogainLoss from a file or the third bottom', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 4 dim: 3 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 4 } } }
      layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 1 dim: 1 dim: 3 dim: 3 } } }
      layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 3 } } }
      layer { name: "l0" type: "InfogainLoss" bottom: "a" bottom: "b" bottom: "c" top: "y0" }
      #                                                                                 ^^ scalar
      layer { name: "l1" type: "InfogainLoss" bottom: "a" bottom: "b" bottom: "d" top: "y1" }
      #                                                                        ^ layer/infogain-matrix
      #                                                                                 ^^ scalar
      layer { name: "l2" type: "InfogainLoss" bottom: "a" bottom: "b" top: "y2"
      #                                                                     ^^ scalar
        infogain_loss_param { source: "h.binaryproto" } }
      layer { name: "l3" type: "InfogainLoss" bottom: "a" bottom: "b" top: "y3" }
      #                         ^^^^^^^^^^^^ layer/infogain-source
      #                                                                     ^^ scalar
      layer { name: "l4" type: "InfogainLoss" bottom: "a" bottom: "b" bottom: "c" top: "y4"
      #                                                                                 ^^ scalar
        loss_param { normalize: true } }
      #                         ^^^^ layer/infogain-normalize
      layer { name: "l5" type: "InfogainLoss" bottom: "a" bottom: "b" bottom: "c" top: "y5"
      #                                                            ^ layer/label-count
      #                                                                        ^ layer/infogain-matrix
      #                                                                                 ^^ scalar
        infogain_loss_param { axis: 0 } }
    `);
  });

  it('require four axes for labels and features in older layers', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 4 dim: 3 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 4 dim: 1 dim: 1 } } }
      layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 4 dim: 2 } } }
      layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 4 dim: 3 dim: 2 } } }
      layer { name: "e" type: "Input" top: "e" input_param { shape { dim: 4 dim: 1 dim: 1 dim: 1 dim: 1 } } }
      layer { name: "f" type: "Input" top: "f" input_param { shape { dim: 4 } } }
      layer { name: "l0" type: "MultinomialLogisticLoss" bottom: "a" bottom: "b" top: "y0" }
      #                                                                                ^^ scalar
      layer { name: "l1" type: "MultinomialLogisticLoss" bottom: "a" bottom: "c" top: "y1" }
      #                                                                       ^ layer/not-one
      #                                                                                ^^ scalar
      layer { name: "l2" type: "MultinomialLogisticLoss" bottom: "a" bottom: "e" top: "y2" }
      #                                                                       ^ layer/legacy-axes
      #                                                                                ^^ scalar
      layer { name: "l3" type: "ContrastiveLoss" bottom: "a" bottom: "a" bottom: "f" top: "y3" }
      #                                                                                    ^^ scalar
      layer { name: "l4" type: "ContrastiveLoss" bottom: "a" bottom: "c" bottom: "f" top: "y4" }
      #                                                               ^ layer/channels-differ
      #                                                                                    ^^ scalar
      layer { name: "l5" type: "ContrastiveLoss" bottom: "d" bottom: "a" bottom: "c" top: "y5" }
      #                                                   ^ layer/not-one
      #                                                                           ^ layer/not-one
      #                                                                                    ^^ scalar
    `);
  });

  it('may require four axes only in Forward', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 dim: 4 dim: 4 dim: 4 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 2 } } }
      layer { name: "l0" type: "EuclideanLoss" bottom: "a" bottom: "a" top: "y0" }
      #                                                 ^ layer/legacy-in-forward
      #                                                                      ^^ scalar
      layer { name: "l1" type: "HingeLoss" bottom: "a" bottom: "b" top: "y1" }
      #                                             ^ layer/legacy-in-forward
      #                                                                  ^^ scalar
      layer { name: "l2" type: "MultinomialLogisticLoss" bottom: "a" bottom: "b" top: "y2" }
      #                                                           ^ layer/legacy-in-forward
      #                                                                                ^^ scalar
      layer { name: "l3" type: "SigmoidCrossEntropyLoss" bottom: "a" bottom: "a" top: "y3" }
      #                                                                                ^^ scalar
    `);
  });

  it('create the top before checking the predictions again', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 4 dim: 5 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 4 dim: 5 } } }
      layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 4 } } }
      layer { name: "l0" type: "EuclideanLoss" bottom: "a" bottom: "c" top: "a" }
      #                                                                      ^ layer/in-place
      #                                                                      ^ scalar
      layer { name: "l1" type: "HingeLoss" bottom: "b" bottom: "c" top: "b" }
      #                                                                  ^ scalar
    `);
  });
});
