/** The names of a net's blobs in a `.npz`. */

/**
 * `<layer>/<index>` for each blob of each layer; where several layers share a name, all but the first get a number. The
 * names are paths in an archive, so none leads out of the folder that it is unpacked in.
 */
export function arrayNames(
  layers: readonly { readonly name: string; readonly blobs: readonly unknown[] }[],
): readonly (readonly string[])[] {
  const used = new Set<string>();
  const times = new Map<string, number>();
  return layers.map((layer) => {
    const safe = safeName(layer.name);
    let time = times.get(safe) ?? 0;
    let name: string;
    do name = ++time > 1 ? `${safe}#${time}` : safe;
    while (used.has(name));
    used.add(name);
    times.set(safe, time);
    return layer.blobs.map((_, i) => `${name}/${i}`);
  });
}

/** In UTF-16 units. A ZIP archive has at most 65,535 bytes for a name. */
const longest = 1 << 12;

function safeName(name: string): string {
  return name
    .slice(0, longest)
    .replace(/[\p{Cc}\p{Cs}\\]/gu, '_')
    .split('/')
    .map((part) => (/^\.*$/.test(part) ? `_${part.replaceAll('.', '_')}` : part))
    .join('/')
    .replace(/^[a-z]:/i, '_');
}
