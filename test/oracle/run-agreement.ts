/** `node scripts/agreement.mjs run`: the agreement of runs by layer type, over cases and layers, and the differences. */
import { parseArgs } from 'node:util';
import { netGraph } from '#core/onnx/graph';
import { loweredShare } from './lowered-share';
import { judgeRun, planOf, runCases, type JudgedLayer, type JudgedRun } from '../support/run-cases';

export async function runAgreement(argv: readonly string[]): Promise<string> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      type: { type: 'string' },
      case: { type: 'string' },
      origin: { type: 'string' },
      list: { type: 'boolean' },
      share: { type: 'boolean' },
    },
  });
  if (values.share === true) return share();
  const cases = runCases().filter(
    (each) =>
      (values.type === undefined || each.type === values.type) &&
      (values.case === undefined || String(each.id) === values.case) &&
      (values.origin === undefined || each.origin === values.origin),
  );
  const judged: JudgedRun[] = [];
  for (const each of cases) judged.push(await judgeRun(each));
  const all = values.list === true || values.case !== undefined;
  const errors = Float64Array.from(judged.flatMap((each) => each.errors)).sort();
  const error = `median error ${(errors[errors.length >> 1] ?? 0).toExponential(1)} of the root mean square`;
  const withGradient = judged.filter(({ back }) => back.length > 0);
  const operators = ratesOf(withGradient.flatMap((each) => operatorsOf(each)));
  return (
    report('forward', error, judged, 'layers', all) +
    report('back', '', withGradient, 'back', all) +
    `back, by the operators of each layer's Forward:\n${operators.join('\n')}\n`
  );
}

/** For each layer with gradients, each of its operators. */
function operatorsOf({ case: asked, back }: JudgedRun): readonly Rated[] {
  const layers = new Map(netGraph(planOf(asked).state).layers.map((layer) => [layer.name, layer]));
  return back.flatMap(({ name, wrong }) => {
    const operators = new Set(layers.get(name)?.nodes.map(({ operator }) => operator));
    return [...operators].map((type) => ({ type, wrong }));
  });
}

interface Rated {
  readonly type: string;
  readonly wrong: string;
}

/** How many of each type are right. */
function ratesOf(rated: readonly Rated[]): readonly string[] {
  const byType = new Map<string, { right: number; of: number }>();
  for (const { type, wrong } of rated) {
    const counts = byType.get(type) ?? { right: 0, of: 0 };
    byType.set(type, counts);
    counts.of++;
    if (wrong === '') counts.right++;
  }
  return [...byType]
    .sort()
    .map(([type, { right, of }]) => `  ${type.padEnd(28)}${right}/${of}${right < of ? '  <' : ''}`);
}

/** `of`: the layers of each case that are counted. */
function report(
  title: string,
  note: string,
  judged: readonly JudgedRun[],
  of: 'layers' | 'back',
  all: boolean,
): string {
  const isRight = (each: JudgedRun): boolean => each[of].every(({ wrong }) => wrong === '');
  const misses = judged.filter((each) => !isRight(each));
  const lines = [
    `${title}: ${judged.length - misses.length}/${judged.length} cases${note && `; ${note}`}`,
    ...(['layers', 'nets', 'corpus'] as const).map((origin) => {
      const own = judged.filter((each) => each.case.origin === origin);
      return `  ${origin}: ${own.filter(isRight).length}/${own.length}`;
    }),
    ...ratesOf(judged.flatMap((each) => each[of])),
    ...misses.slice(0, all ? undefined : 40).map((each) => missed(each.case, each[of])),
  ];
  return `${lines.join('\n')}\n`;
}

function missed({ id, origin, type = '', file = '' }: JudgedRun['case'], layers: readonly JudgedLayer[]): string {
  const first = layers.find(({ wrong }) => wrong !== '');
  return `${id} ${origin} ${type}${file} ${first?.type ?? ''} ${first?.name ?? ''}: ${first?.wrong ?? ''}`;
}

function share(): string {
  const { layers, lowered, missing } = loweredShare();
  const lines = [...missing].map(([type, count]) => `  ${type.padEnd(28)}${count}`);
  return `${lowered} of ${layers} layers of public nets have operators (${((100 * lowered) / layers).toFixed(1)} %)\n${lines.join('\n')}\n`;
}
