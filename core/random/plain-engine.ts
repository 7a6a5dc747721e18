/** The engine in JavaScript, which runs on any host. */
import { thinOut } from './bernoulli';
import type { Engine } from './engine';
import { Mt19937 } from './mt19937';
import { fillNormal } from './normal';
import { fillUniform } from './uniform';

export function plainEngine(): Engine {
  const generator = new Mt19937(0);
  return {
    seed: (seed) => generator.seed(seed),
    save: () => generator.save(),
    restore: (snapshot) => generator.restore(snapshot),
    skip: (words) => generator.skip(words),
    uniform: (out, min, max) => fillUniform(generator, out, min, max),
    normal: (out, mean, std) => fillNormal(generator, out, mean, std),
    thinOut: (values, p) => thinOut(generator, values, p),
  };
}
