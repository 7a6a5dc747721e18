/** The table of all histograms. */
import { expect, test } from 'vitest';
import type { NetRidges, Ridge } from '#protocol/run';
import { reduced } from '#run/reduce';
import { histogramsCsv } from '#webview/run/histograms-csv';

const values = Float32Array.of(-1, 0, 1, 0.25);
const ridge = (name: string): Ridge => ({
  name,
  n: 4,
  zeros: 1,
  mean: 0,
  std: 1,
  min: -1,
  max: 1,
  ...reduced(values).histogram,
});
const net: NetRidges = {
  net: 'msra',
  printedLoss: null,
  layers: [
    { name: 'data', type: 'Input', hasWeights: false, tops: [ridge('data')], findings: [] },
    { name: 'ip, 1', type: 'InnerProduct', hasWeights: true, tops: [null], findings: [] },
  ],
  back: [{ layer: 1, bottoms: [ridge('data'), null], params: [ridge('weight'), ridge('bias')] }],
};

test('has activations, gradients, and gradients of every param', () => {
  const [head, ...rows] = histogramsCsv([net]).trim().split('\r\n');
  expect(head).toBe('net,layer,type,of,blob,bins,from,to,count');
  expect(rows.filter((row) => row.includes(',zeros,'))).toEqual([
    'msra,data,Input,activations,data,zeros,0,0,1',
    'msra,"ip, 1",InnerProduct,gradients,data,zeros,0,0,1',
    'msra,"ip, 1",InnerProduct,weights,weight,zeros,0,0,1',
    'msra,"ip, 1",InnerProduct,weights,bias,zeros,0,0,1',
  ]);
});

test.each(['values', 'magnitudes'])('has each value but 0 in one of the bins of %s', (bins) => {
  const counts = histogramsCsv([net])
    .split('\r\n')
    .filter((row) => row.startsWith('msra,data') && row.includes(`,${bins},`))
    .map((row) => Number(row.split(',').at(-1)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3);
});
