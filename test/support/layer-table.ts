/**
 * Layers in tables. A row is the shapes of the bottoms, what the layer says, and what Caffe makes of it: the shapes of the
 * tops, those of the weights, and what is wrong, each with the text that it points at.
 *
 *     ['1×3×7×7', 'kernel_size: 2 stride: 2', '1×3×4×4'],
 *     ['1×3×4×4', 'num_output: 2 kernel_size: 7', '? | 2×3×7×7, 2 ! layer/output-negative 7'],
 */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { dialectOf } from '#core/dialects/index';
import { formatShape } from '#core/net/shape';
import { trainState } from '#core/net/state';

/** `says`: fields of the layer's own parameter, or of the layer where the first is one of its own; bottoms are b0, b1, … */
export type Row = readonly [bottoms: string, says: string, makes: string];

/** A test a row: the engine makes of the layer what the row says. `fork`: id of a dialect, BVLC's Caffe by default. */
export function layerTable(type: string, rows: readonly Row[], fork?: string): void {
  const dialect = fork === undefined ? bvlc : dialectOf(fork);
  if (!dialect) throw new Error(`no dialect ${fork ?? ''}`);
  const param = dialect.layers.get(type)?.param;
  const hasInputs = dialect.schema.messages.get('LayerParameter')?.fields.has('input_param') === true;
  test.each(rows)(`${type}${fork === undefined ? '' : ` (${fork})`}: %s { %s } → %s`, (bottoms, says, makes) => {
    expect(madeOf(inputsOf(bottoms, hasInputs) + layerText(type, param, bottoms, says, makes))).toBe(makes);
  });

  function madeOf(text: string): string {
    const analysis = analyze(text, { dialect: dialect ?? bvlc, kind: 'net', states: [trainState] });
    const layer = analysis.state(trainState).layers.at(-1);
    if (layer?.layer.type !== type) throw new Error(`no layer of type ${type} in ${text}`);
    const tops = layer.layer.tops.flatMap(({ automatic }, i) =>
      automatic ? [] : [formatShape(layer.tops[i] ?? null)],
    );
    const weights = layer.params.map(({ shape }) => formatShape(shape));
    const problems = analysis
      .problemsIn(trainState)
      .filter(({ code }) => !code.startsWith('check/'))
      .map(({ code, span }) => ` ! ${code} ${text.slice(span.start, span.end)}`);
    return [tops.join(', '), ...(weights.length > 0 ? [` | ${weights.join(', ')}`] : []), ...problems].join('');
  }
}

function shapesIn(bottoms: string): readonly string[] {
  return bottoms === '' ? [] : bottoms.split(', ');
}

/** Before the Input layer, a net had inputs. */
function inputsOf(bottoms: string, hasInputs: boolean): string {
  const inputs = shapesIn(bottoms).map((shape, i) => {
    const name = `b${String(i)}`;
    const dims = shape === 'scalar' ? '' : shape.replaceAll(/\d+/g, 'dim: $& ').replaceAll('×', '');
    return hasInputs
      ? `layer { name: "${name}" type: "Input" top: "${name}" input_param { shape { ${dims}} } }\n`
      : `input: "${name}" input_shape { ${dims}}\n`;
  });
  return inputs.join('');
}

const ofLayer = /^(top|param|loss_weight|propagate_down|include|blobs|\w+_param)\b/;

function layerText(type: string, param: string | undefined, bottoms: string, says: string, makes: string): string {
  const count =
    makes
      .split(/ ?[|!]/)[0]
      ?.split(', ')
      .filter((top) => top !== '').length ?? 0;
  const names = (field: string, letter: string, n: number): string =>
    Array.from({ length: n }, (_, i) => `${field}: "${letter}${String(i)}" `).join('');
  const tops = says.startsWith('top:') ? '' : names('top', 'y', count);
  const own = says === '' || ofLayer.test(says) || param === undefined ? says : `${param} { ${says} }`;
  return `layer { name: "it" type: "${type}" ${names('bottom', 'b', shapesIn(bottoms).length)}${tops}${own} }`;
}
