/** Which ridges the chart has: a row per top, with the same top of each net that is compared beside it. */
import type { NetRidges, Ridge } from '#protocol/run';

export interface RidgeRow {
  /** Position among the layers of the first net. */
  readonly layer: number;
  readonly name: string;
  readonly type: string;
  /** Empty for a layer with one top. */
  readonly top: string;
  /** By net; undefined where the layer is not in it, or has not run yet. */
  readonly cells: readonly (Ridge | undefined)[];
  /** What the run of the first net shows of the layer; in its first row only. */
  readonly findings: readonly string[];
}

/** Beyond this, a net starts with the layers that have weights. */
const many = 40;

/** `onlyWeights`: undefined for what suits the number of rows. */
export function rowsOf(nets: readonly NetRidges[], onlyWeights: boolean | undefined): readonly RidgeRow[] {
  const [first, ...others] = nets;
  if (!first) return [];
  const known = others.map(byKey);
  const keys = keysOf(first);
  const rows = first.layers.flatMap(({ name, type, hasWeights, tops, findings }, layer) => {
    const several = tops.filter((top) => top !== null).length > 1;
    return tops.flatMap((top, i): readonly (RidgeRow & { readonly hasWeights: boolean })[] => {
      if (!top) return [];
      const cells = [top, ...known.map((net) => net.get(`${keys[layer] ?? ''} ${i}`))];
      const own = { layer, name, type, top: several ? top.name : '', cells, findings: i === 0 ? findings : [] };
      return [{ ...own, hasWeights }];
    });
  });
  const weighted = rows.filter(({ hasWeights }) => hasWeights);
  return (onlyWeights ?? (rows.length > many && weighted.length > 0)) ? weighted : rows;
}

function byKey(net: NetRidges): ReadonlyMap<string, Ridge> {
  const keys = keysOf(net);
  return new Map(
    net.layers.flatMap(({ tops }, layer) =>
      tops.flatMap((top, i) => (top ? [[`${keys[layer] ?? ''} ${i}`, top] as const] : [])),
    ),
  );
}

/** Layers by type and name, and those of the same name by their order. */
function keysOf({ layers }: NetRidges): readonly string[] {
  const seen = new Map<string, number>();
  return layers.map(({ name, type }) => {
    const count = seen.get(`${type} ${name}`) ?? 0;
    seen.set(`${type} ${name}`, count + 1);
    return `${type} ${count} ${name}`;
  });
}
