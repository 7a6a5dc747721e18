/** The operators of one layer for given bottoms. */
import { analyze } from '#core/analysis/analysis';
import { dialectOf } from '#core/dialects/index';
import { paramOf } from '#core/infer/param-of';
import type { NotLowered, Value } from '#core/net/graph';
import { trainState } from '#core/net/state';

/** `says`: the fields of the layer's own parameter. */
export function lowered(
  fork: string,
  type: string,
  says: string,
  bottoms: readonly Value[],
  params: readonly Value[] = [],
): readonly Value[] | NotLowered {
  const dialect = dialectOf(fork);
  const rule = dialect?.layers.get(type);
  if (!dialect || !rule?.onnx) throw new Error(`${type} of ${fork} has no operators`);
  const inputs = bottoms.map(
    ({ shape }, i) => `input: "b${i}" input_shape { ${shape.map((dim) => `dim: ${dim}`).join(' ')} }`,
  );
  const names = bottoms.map((_, i) => `bottom: "b${i}"`).join(' ');
  const own = rule.param === undefined ? '' : `${rule.param} { ${says} }`;
  const text = `${inputs.join('\n')}\nlayer { name: "it" type: "${type}" ${names} top: "y" ${own} }\n`;
  const analysis = analyze(text, { dialect, kind: 'net', states: [trainState] });
  const layer = analysis.state(trainState).layers.at(-1);
  const tops = layer?.tops.map((shape) => shape?.map((dim) => dim ?? NaN) ?? []);
  if (!layer || !tops) throw new Error(`${type} has no shapes`);
  const { layer: found, rule: its } = layer;
  return rule.onnx({
    layer: found,
    param: paramOf(found, its ?? rule),
    state: trainState,
    bottoms,
    params,
    tops,
    fills: [],
  });
}

/** Its only top; throws where it has no operators. */
export function loweredTop(fork: string, type: string, says: string, bottom: Value): Value {
  const tops = lowered(fork, type, says, [bottom]);
  if (typeof tops === 'string' || !tops[0]) throw new Error(`${type} is not lowered: ${String(tops)}`);
  return tops[0];
}
