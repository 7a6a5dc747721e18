/** What a run has of each layer, beside the same of the nets that it is compared with; and which of it the chart shows. */
import type { FindingView, NetRidges, Ridge, RidgesOf } from '#protocol/run';

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
  readonly findings: readonly FindingView[];
}

/** Beyond this, a net starts with the layers that have weights. */
const many = 40;

/** `onlyWeights`: undefined for what suits the number of rows. */
export function rowsOf(
  nets: readonly NetRidges[],
  of: RidgesOf,
  onlyWeights: boolean | undefined,
): readonly RidgeRow[] {
  const [first] = nets;
  if (!first) return [];
  const places = cellsOf(nets, of);
  const rows = first.layers.flatMap(({ name, type, findings }, layer) => {
    const found = places[layer] ?? [];
    const several = found.filter(([own]) => own).length > 1;
    const about = findings.filter((finding) => finding.of === of);
    return found.flatMap((cells, i): readonly RidgeRow[] => {
      const [own] = cells;
      if (!own) return [];
      return [{ layer, name, type, top: several ? own.name : '', cells, findings: i === 0 ? about : [] }];
    });
  });
  const weighted = rows.filter(({ layer }) => first.layers[layer]?.hasWeights === true);
  return (onlyWeights ?? (rows.length > many && weighted.length > 0)) ? weighted : rows;
}

/** By layer of the first net, then by its tops (or bottoms, or params), then by net. */
export function cellsOf(
  nets: readonly NetRidges[],
  of: RidgesOf,
): readonly (readonly (readonly (Ridge | undefined)[])[])[] {
  const [first, ...others] = nets;
  if (!first) return [];
  const known = others.map((net) => byKey(net, of));
  const keys = keysOf(first);
  return ridgesOf(first, of).map((ridges, layer) =>
    ridges.map((ridge, i) => [ridge ?? undefined, ...known.map((net) => net.get(`${keys[layer] ?? ''} ${i}`))]),
  );
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
