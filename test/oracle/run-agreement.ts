/** `node scripts/agreement.mjs run`: the agreement of runs by layer type, over cases and layers, and the differences. */
import { parseArgs } from 'node:util';
import { loweredShare } from './lowered-share';
import { judgeRun, runCases, type JudgedRun } from '../support/run-cases';

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
  return report(judged, values.list === true || values.case !== undefined);
}

function report(judged: readonly JudgedRun[], all: boolean): string {
  const isRight = ({ layers }: JudgedRun): boolean => layers.every(({ wrong }) => wrong === '');
  const errors = Float64Array.from(judged.flatMap((each) => each.errors)).sort();
  const byType = new Map<string, { right: number; of: number }>();
  for (const { layers } of judged)
    for (const { type, wrong } of layers) {
      const counts = byType.get(type) ?? { right: 0, of: 0 };
      byType.set(type, counts);
      counts.of++;
      if (wrong === '') counts.right++;
    }
  const misses = judged.filter((each) => !isRight(each));
  const lines = [
    `forward: ${judged.length - misses.length}/${judged.length} cases; median error ${(errors[errors.length >> 1] ?? 0).toExponential(1)} of the root mean square`,
    ...(['layers', 'nets', 'corpus'] as const).map((origin) => {
      const own = judged.filter((each) => each.case.origin === origin);
      return `  ${origin}: ${own.filter(isRight).length}/${own.length}`;
    }),
    ...[...byType]
      .sort()
      .map(([type, { right, of }]) => `  ${type.padEnd(28)}${right}/${of}${right < of ? '  <' : ''}`),
    ...misses.slice(0, all ? undefined : 40).map(missed),
  ];
  return `${lines.join('\n')}\n`;
}

function missed({ case: { id, origin, type = '', file = '' }, layers }: JudgedRun): string {
  const first = layers.find(({ wrong }) => wrong !== '');
  return `${id} ${origin} ${type}${file} ${first?.type ?? ''} ${first?.name ?? ''}: ${first?.wrong ?? ''}`;
}

function share(): string {
  const { layers, lowered, missing } = loweredShare();
  const lines = [...missing].map(([type, count]) => `  ${type.padEnd(28)}${count}`);
  return `${lowered} of ${layers} layers of public nets have operators (${((100 * lowered) / layers).toFixed(1)} %)\n${lines.join('\n')}\n`;
}
