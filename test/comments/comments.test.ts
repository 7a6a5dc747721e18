/** Comments addressed to Prototxt Lens that it does not understand. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';

const net = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 4 } } }\n';

function reported(comment: string, text = net): readonly string[] {
  const whole = `${comment}\n${text}`;
  return analyze(whole, { dialect: bvlc }).problems.map(
    ({ code, span, suggestion }) =>
      `${code} ${whole.slice(span.start, span.end)}${suggestion === undefined ? '' : ` → ${suggestion}`}`,
  );
}

test.each([
  '# prototxt: datum 3x256x256',
  '#prototxt: datum 1x28x28',
  '# prototxt: phase=TEST stage=a level=1',
  '# prototxt: schema=ssd',
  '# prototxt: target=ncnn',
  '# prototxt: weights my model.caffemodel',
  '# prototxt:',
  '# prototxt',
  '# about prototxt: nothing',
  '# prototxt-disable check/unused-blob, net/unknown-bottom -- they are meant',
  '# prototxt-disable',
])('accepts %s, or ignores it as an ordinary comment', (comment) => expect(reported(comment)).toEqual([]));

test.each([
  ['# prototxt: datum 3x256', 'comment/not-understood datum 3x256'],
  ['# prototxt: datm 3x256x256 ', 'comment/not-understood datm 3x256x256'],
  ['#   prototxt:  phase=test', 'comment/not-understood phase=test'],
  ['# prototxt: target=ncnn,nccn', 'comment/unknown-target nccn → ncnn'],
  ['# prototxt: weights', 'comment/not-understood weights'],
  ['# prototxt-disable check/unused-blobs', 'comment/unknown-code check/unused-blobs → check/unused-blob'],
  ['# prototxt-disable-next-line net/unknown-bottom, quietly -- so', 'comment/unknown-code quietly'],
])('reports %s', (comment, problem) => {
  expect(reported(comment)).toEqual([problem]);
  expect(reported(comment, 'net: "a.prototxt"\nbase_lr: 0.1\nlr_policy: "fixed"\n')).toContain(problem);
});
