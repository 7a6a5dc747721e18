/** The target OpenCV 4 against OpenCV itself: which public nets, and which layer types, it takes. */
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { lazy } from '#core/lazy';
import { infoOf } from '#core/problems/index';
import { builtInTarget } from '#core/targets/index';
import { corpusFiles, isWhole, turnOf } from '../support/corpus';
import { sharedIsAbsent } from '../support/shared';
import { hasType, openCv, rejection } from './opencv';

interface DeployNet {
  readonly path: string;
  readonly analysis: Analysis;
}

/** The public nets that have inputs and no data layers. */
const deployNets = lazy((): readonly DeployNet[] =>
  turnOf(corpusFiles(), 0, 2).flatMap(({ path, text }) => {
    const analysis = analyze(text, { dialect: chooseDialect, targets: ['opencv'] });
    if (analysis.kind !== 'net') return [];
    const { layers } = analysis.state(analysis.deployState);
    const sources = layers.filter(({ rule }) => rule?.source);
    const hasInputs = sources.some(({ layer }) => layer.type === 'Input');
    return hasInputs && sources.every(({ layer }) => layer.type === 'Input') ? [{ path, analysis }] : [];
  }),
);

/** Made from the fields of other formats alone: no Caffe has those, or has its weights in that order. */
const forOtherFormats = new Set(['LSTM', 'Resize']);

/** Whether we say that OpenCV rejects the net: a warning about it, or an error of the net itself. */
function isRejectedByUs({ problems }: Analysis): boolean {
  return problems.some(
    ({ code }) => infoOf(code).severity === 'error' || /^target\/(unsupported-layer|limit|rewrite)$/.test(code),
  );
}

describe.skipIf(sharedIsAbsent())('OpenCV', () => {
  test('has the same verdict on public nets', async () => {
    const { cv } = await openCv();
    const nets = deployNets();
    const made = new Set<string>();
    const differ = nets.flatMap(({ path, analysis }) => {
      const message = rejection(cv, analysis, made);
      return isRejectedByUs(analysis) === (message !== undefined) ? [] : [`${path}: ${message ?? 'taken'}`];
    });
    expect(nets.length).toBeGreaterThan(isWhole ? 300 : 15);
    expect(1 - differ.length / nets.length, differ.join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  test('has the same layer types', async () => {
    const { cv } = await openCv();
    const used = deployNets().flatMap(({ analysis }) =>
      analysis.state(analysis.deployState).layers.map(({ layer }) => layer.type),
    );
    const layers = builtInTarget('opencv')?.layers ?? {};
    const types = [...new Set([...Object.keys(layers), ...used])].filter(
      (type) => type !== 'Input' && !forOtherFormats.has(type),
    );
    expect(types.filter((type) => Object.hasOwn(layers, type) !== hasType(cv, type))).toEqual([]);
  });
});
