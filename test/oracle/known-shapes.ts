/** `node scripts/agreement.mjs shapes`: of the layers of public nets, how many have known top shapes, and why not. */
import { readShared, readSharedLines, sharedHas } from '../support/shared';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { infoOf } from '#core/problems/index';
import type { StateAnalysis } from '#core/infer/types';
import type { Shape } from '#core/net/shape';

export interface KnownShapes {
  readonly files: number;
  readonly layers: number;
  /** Layers whose tops have all their dimensions known. */
  readonly known: number;
  /** Layers whose tops have known numbers of axes at least. */
  readonly withAxes: number;
  /** By type: layers with an unknown top although their bottoms are known. */
  readonly causes: ReadonlyMap<string, Cause>;
  /** Files with an error that some Caffe accepts. */
  readonly red: readonly string[];
}

export interface Cause {
  layers: number;
  /** Later layers whose tops are unknown because of these. */
  later: number;
  readonly repositories: Set<string>;
  readonly files: Set<string>;
}

/** The shape of records, which a net does not contain; used unless a layer of the net rejects it. */
const datum = [3, 256, 256];

export function knownShapes(): KnownShapes {
  const causes = new Map<string, Cause>();
  const red: string[] = [];
  const total = { files: 0, layers: 0, known: 0, withAxes: 0 };
  for (const file of publicFiles()) {
    const text = readShared(file.path);
    const plain = analyze(text, { dialect: chooseDialect });
    const errors = errorsOf(plain);
    if (file.isAccepted && errors.size > 0) red.push(`${file.path}: ${[...errors].join(' ')}`);
    if (plain.kind !== 'net') continue;
    const filled = analyze(text, { dialect: chooseDialect, world: { datum } });
    const analysis = errorsOf(filled).size > errors.size ? plain : filled;
    total.files++;
    for (const state of analysis.states) count(analysis.state(state), file, total, causes);
  }
  return { ...total, causes, red };
}

function errorsOf({ problems }: Analysis): ReadonlySet<string> {
  return new Set(problems.flatMap(({ code }) => (infoOf(code).severity === 'error' ? [code] : [])));
}

type Total = Record<'files' | 'layers' | 'known' | 'withAxes', number>;

function count({ layers }: StateAnalysis, file: PublicFile, total: Total, causes: Map<string, Cause>): void {
  const causeOf = new Map<number, Cause>();
  for (const { layer, tops, bottoms } of layers) {
    total.layers++;
    if (tops.every((shape) => shape !== null)) total.withAxes++;
    if (tops.every(isWhole)) {
      total.known++;
      continue;
    }
    const unknown = layer.bottoms.filter((_, i) => !isWhole(bottoms[i] ?? null));
    const earlier = unknown.flatMap(({ blob }) => (blob && causeOf.get(blob.id)) ?? [])[0];
    const cause = earlier ??
      causes.get(layer.type) ?? { layers: 0, later: 0, repositories: new Set(), files: new Set() };
    if (earlier) earlier.later++;
    else {
      causes.set(layer.type, cause);
      cause.layers++;
      cause.repositories.add(file.repository);
      cause.files.add(file.path);
    }
    layer.tops.forEach(({ blob }, i) => {
      if (!isWhole(tops[i] ?? null)) causeOf.set(blob.id, cause);
    });
  }
}

function isWhole(shape: Shape): boolean {
  return shape?.every((dim) => dim !== null) === true;
}

interface PublicFile {
  readonly path: string;
  readonly repository: string;
  /** True if the proto of its repository, or BVLC's, has all its names. */
  readonly isAccepted: boolean;
}

interface Line {
  readonly file: string;
  readonly own?: boolean | null;
  readonly bvlc?: boolean;
}

export function publicFiles(): readonly PublicFile[] {
  const of = (set: string, folder: string): readonly PublicFile[] =>
    (readSharedLines(`corpus/${set}.jsonl`) as readonly Line[]).map(({ file, own, bvlc }) => ({
      path: `corpus/${folder}/${file}`,
      repository: file.split('/')[0] ?? '',
      isAccepted: own === true || bvlc === true,
    }));
  const files = [...of('expected', 'files'), ...of('expected-forks', 'files'), ...of('expected-world', 'world')];
  return [...new Map(files.map((each) => [each.path, each])).values()].filter(({ path }) => sharedHas(path));
}

/** In plain text, the types by the number of repositories. */
export function knownShapesReport(): string {
  const { files, layers, known, withAxes, causes, red } = knownShapes();
  const share = (n: number): string => `${n} of ${layers} layers (${((100 * n) / layers).toFixed(2)} %)`;
  const lines = [...causes]
    .sort(([, a], [, b]) => b.repositories.size - a.repositories.size || b.layers - a.layers)
    .map(
      ([type, cause]) =>
        `  ${type.padEnd(32)}${String(cause.repositories.size).padStart(4)} repositories ${String(cause.files.size).padStart(5)} files ${String(cause.layers).padStart(6)} layers, later ${String(cause.later).padStart(6)}`,
    );
  return [
    `${files} public nets: tops known of ${share(known)}; numbers of axes of ${share(withAxes)}`,
    'types whose tops are unknown although their bottoms are known:',
    ...lines,
    `accepted files with errors: ${red.length}`,
    ...red.map((each) => `  ${each}`),
    '',
  ].join('\n');
}
