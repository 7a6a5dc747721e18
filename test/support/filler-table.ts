/**
 * Fillers in tables. A row is the weight's layer, what the filler says, and what Caffe makes of it: mean, spread and the n that
 * it scales by, to six digits, and what is wrong.
 *
 *     ['num_output: 8 kernel_size: 3', 'variance_norm: FAN_OUT', 'mean 0, std 0.117851, n 72'],
 */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { dialectOf } from '#core/dialects/index';
import type { Weight } from '#core/infer/types';
import { testState } from '#core/net/state';

/** The weight of a convolution over 6 channels of 9×9, with its filler. */
export function filledBy(
  says: string,
  conv = 'num_output: 8 kernel_size: 3',
  dialect = bvlc,
): { readonly weight: Weight; readonly codes: readonly string[] } {
  const analysis = analyze(
    `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 6 dim: 9 dim: 9 } } }
     layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { ${conv} weight_filler { ${says} } } }`,
    { dialect },
  );
  const weight = analysis.state(testState).layers[1]?.params[0];
  if (!weight) throw new Error('no weight');
  const problems = analysis.problems.filter(({ code }) => code.startsWith('filler/') || code.startsWith('fork/'));
  return { weight, codes: problems.map(({ code }) => code) };
}

/** A test a row. `conv`: of the convolution over 6 channels whose weight is filled; `fork`: id of a dialect. */
export function fillerTable(
  type: string,
  rows: readonly (readonly [conv: string, says: string, makes: string])[],
  fork?: string,
): void {
  const dialect = fork === undefined ? bvlc : dialectOf(fork);
  if (!dialect) throw new Error(`no dialect ${fork ?? ''}`);
  test.each(rows)(`${type}${fork === undefined ? '' : ` (${fork})`}: %s { %s } → %s`, (conv, says, makes) => {
    const { weight, codes } = filledBy(`type: "${type}" ${says}`, conv, dialect);
    const facts = (['mean', 'std', 'n'] as const).flatMap((name) =>
      weight[name] === null ? [] : [`${name} ${String(Number(weight[name].toPrecision(6)))}`],
    );
    expect([facts.join(', '), ...codes.map((code) => ` ! ${code}`)].join('')).toBe(makes);
  });
}
