import { nearest } from '#core/text/suggest';
import { describe, expect, it } from 'vitest';

describe('nearest', () => {
  it.each<[string, readonly string[], string | undefined]>([
    ['kernel_sise', ['kernel_size', 'kernel_h'], 'kernel_size'],
    ['num_ouptut', ['num_output', 'num_axes'], 'num_output'],
    ['max', ['MIN', 'MAX'], 'MAX'],
    ['convolution', ['Convolution', 'Deconvolution'], 'Convolution'],
    ['abc', ['xyz'], undefined],
    ['a', ['b', 'c'], 'b'],
    ['', ['name'], undefined],
    ['n'.repeat(65), ['n'.repeat(65)], undefined],
  ])('%s among %j is %s', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected);
  });
});
