/** The nets to begin with: the project's own examples, as part of the script. */
import alexnet from '../examples/alexnet_train_val.prototxt';
import autoencoder from '../examples/autoencoder.prototxt';
import mistakes from '../examples/first_mistakes.prototxt';
import lenet from '../examples/lenet.prototxt';
import solver from '../examples/lenet_solver.prototxt';
import lenetTraining from '../examples/lenet_train_test.prototxt';
import segmentation from '../examples/segmentation_upsample.prototxt';
import siamese from '../examples/siamese_train_test.prototxt';
import vgg from '../examples/vgg16.prototxt';
import type { Net } from './links';
import { words } from './words';

export interface Example extends Net {
  readonly title: string;
}

/** The first is shown on the first visit. */
export const examples: readonly [Example, ...Example[]] = [
  example('lenet_train_test', lenetTraining),
  example('lenet', lenet),
  example('alexnet_train_val', alexnet),
  example('vgg16', vgg),
  example('autoencoder', autoencoder),
  example('siamese_train_test', siamese),
  example('segmentation_upsample', segmentation),
  example('lenet_solver', solver),
  example('first_mistakes', mistakes),
];

type Known = keyof typeof words extends infer Key ? (Key extends `example ${infer Name}` ? Name : never) : never;

function example(name: Known, text: string): Example {
  return { name: `${name}.prototxt`, text, title: words[`example ${name}`] };
}
