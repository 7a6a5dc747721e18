/** How many layers of public nets have operators: by type, over both corpora, in the dialect of each file. */
import { readSharedLines, sharedHas, readShared } from '../support/shared';
import { analyze } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';

export interface Share {
  readonly layers: number;
  readonly lowered: number;
  readonly missing: ReadonlyMap<string, number>;
}

/** A layer that produces data becomes an input, and counts as lowered. */
export function loweredShare(): Share {
  const missing = new Map<string, number>();
  let layers = 0;
  let lowered = 0;
  for (const path of publicNets()) {
    const analysis = analyze(readShared(path), { dialect: chooseDialect });
    if (analysis.kind !== 'net') continue;
    for (const state of analysis.states)
      for (const { layer, rule } of analysis.state(state).layers) {
        layers++;
        if (rule?.onnx || rule?.source) lowered++;
        else missing.set(layer.type, (missing.get(layer.type) ?? 0) + 1);
      }
  }
  return { layers, lowered, missing: new Map([...missing].sort(([, a], [, b]) => b - a)) };
}

/** Paths in `../shared`, of both corpora. */
export function publicNets(): readonly string[] {
  const files = (set: string): readonly string[] =>
    (readSharedLines(`corpus/${set}.jsonl`) as readonly { readonly file: string }[]).map(({ file }) => file);
  return [
    ...[...new Set([...files('expected'), ...files('expected-forks')])].map((file) => `corpus/files/${file}`),
    ...[...new Set(files('expected-world'))].map((file) => `corpus/world/${file}`),
  ].filter((path) => sharedHas(path));
}
