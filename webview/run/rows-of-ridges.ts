/** Which ridges the chart has: a row per top, with the same top of each net that is compared beside it. */
import type { NetRidges, Ridge, RidgesOf } from '#protocol/run';

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
export function rowsOf(
  nets: readonly NetRidges[],
  of: RidgesOf,
  onlyWeights: boolean | undefined,
): readonly RidgeRow[] {
  const [first, ...others] = nets;
  if (!first) return [];
  const known = others.map((net) => byKey(net, of));
  const keys = keysOf(first);
  const own = ridgesOf(first, of);
  const rows = first.layers.flatMap(({ name, type, findings }, layer) => {
    const found = own[layer] ?? [];
    const several = found.filter((ridge) => ridge !== null).length > 1;
    return found.flatMap((ridge, i): readonly RidgeRow[] => {
      if (!ridge) return [];
      const cells = [ridge, ...known.map((net) => net.get(`${keys[layer] ?? ''} ${i}`))];
      return [{ layer, name, type, top: several ? ridge.name : '', cells, findings: i === 0 ? findings : [] }];
    });
  });
  const weighted = rows.filter(({ layer }) => first.layers[layer]?.hasWeights === true);
  return (onlyWeights ?? (rows.length > many && weighted.length > 0)) ? weighted : rows;
}

/** By layer. Of the params, the first: a bias has the gradient of the top, summed. */
function ridgesOf({ layers, back }: NetRidges, of: RidgesOf): readonly (readonly (Ridge | null)[])[] {
  if (of === 'activations') return layers.map(({ tops }) => tops);
  const byLayer = new Map(
    back.map((each) => [each.layer, of === 'gradients' ? each.bottoms : each.params.slice(0, 1)]),
  );
  return layers.map((_, layer) => byLayer.get(layer) ?? []);
}

function byKey(net: NetRidges, of: RidgesOf): ReadonlyMap<string, Ridge> {
  const keys = keysOf(net);
  return new Map(
    ridgesOf(net, of).flatMap((ridges, layer) =>
      ridges.flatMap((ridge, i) => (ridge ? [[`${keys[layer] ?? ''} ${i}`, ridge] as const] : [])),
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
