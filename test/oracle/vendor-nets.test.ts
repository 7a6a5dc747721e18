/** The vendors' own example nets among the public ones: their target must have nothing against them. */
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { argumentsOf } from '#core/problems/index';
import { readShared, sharedIsAbsent } from '../support/shared';
import { publicFiles } from './known-shapes';

/** By target, the repositories of its vendor. */
const vendors: Readonly<Record<string, readonly string[]>> = {
  opencv: ['opencv__opencv_contrib'],
  rknn: ['rockchip-linux__rknn-toolkit', 'rockchip-linux__rknn-toolkit2'],
  tensorrt8: ['NVIDIA-AI-IOT__deepstream_reference_apps', 'dusty-nv__jetson-inference'],
  x2paddle: ['PaddlePaddle__X2Paddle'],
};

/** Nets with data layers, in any state and format, are for a Caffe; a deploy net is made of them first. */
function hasData(text: string): boolean {
  return /^\s*type\s*:\s*["']?\w*DATA\b/im.test(text);
}

describe.skipIf(sharedIsAbsent())('nets of the vendor', () => {
  test.for(Object.entries(vendors))('%s: %s', ([target, repositories]) => {
    const files = publicFiles().filter(({ repository }) => repositories.includes(repository));
    const warnings = files.flatMap(({ path }) => {
      const text = readShared(path);
      if (hasData(text)) return [];
      return analyze(text, { dialect: chooseDialect, targets: [target] })
        .problems.filter(({ code }) => code.startsWith('target/'))
        .map((problem) => `${path}: ${problem.code} ${JSON.stringify(argumentsOf(problem))}`);
    });
    expect(files.length).toBeGreaterThan(0);
    expect(warnings).toEqual([]);
  });
});
