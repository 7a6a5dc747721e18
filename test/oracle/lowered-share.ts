/** How many layers of public nets have operators: by type, over both corpora, in the dialect of each file. */
import { readSharedLines, sharedHas, readShared } from '../support/shared';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { headsOf } from '#core/net/heads';
import { upgradeNet } from '#core/net/upgrade/index';

export interface Share {
  readonly layers: number;
  readonly lowered: number;
  readonly missing: ReadonlyMap<string, number>;
}

export function loweredShare(): Share {
  const shares = publicNets().map((path) => loweredIn(analyze(readShared(path), { dialect: chooseDialect })));
  const missing = new Map<string, number>();
  for (const share of shares)
    for (const [type, count] of share.missing) missing.set(type, (missing.get(type) ?? 0) + count);
  return {
    layers: shares.reduce((sum, { layers }) => sum + layers, 0),
    lowered: shares.reduce((sum, { lowered }) => sum + lowered, 0),
    missing: new Map([...missing].sort(([, a], [, b]) => b - a)),
  };
}

/**
 * The layers of a net, each once, in however many states it is. One that produces data becomes an input, and counts as lowered.
 */
export function loweredIn({ kind, dialect, message }: Analysis): Share {
  const heads = kind === 'net' && message ? headsOf(upgradeNet(message, dialect.schema).message) : [];
  const missing = new Map<string, number>();
  for (const { type } of heads) {
    const rule = dialect.layers.get(type);
    if (!rule?.onnx && !rule?.source) missing.set(type, (missing.get(type) ?? 0) + 1);
  }
  const without = [...missing.values()].reduce((sum, count) => sum + count, 0);
  return { layers: heads.length, lowered: heads.length - without, missing };
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
