/** The nets that a weights file may belong to: those in its folder that have layers of its names. */
import { stemOf } from '#core/checks/drift';
import type { ModelLayer } from '#core/weight-files/read-caffemodel';
import { limits, type Files } from './files';
import { readText } from './text-files';
import { folderOf, hasFolder, join, nameOf } from './uris';

export interface NetOfModel {
  readonly uri: string;
  readonly text: string;
  /** How many of the model's layers with blobs it seems to have. */
  readonly shared: number;
}

/** More files of one folder are not read, and more nets not offered. */
const most = { read: 64, offered: 8 };

/**
 * The likeliest first: one whose comment names the model, then by names of layers in common. `textOf`: the text of a
 * document that is open.
 */
export async function netsOfModel(
  model: string,
  layers: readonly ModelLayer[],
  files: Files,
  textOf: (uri: string) => string | undefined,
): Promise<readonly NetOfModel[]> {
  if (!hasFolder(model)) return [];
  const folder = folderOf(model);
  const own = nameOf(model);
  const names = (await files.list(folder).catch(() => [])).filter((name) => name.endsWith('.prototxt'));
  const isNear = (name: string): boolean => stemOf(name) !== '' && own.startsWith(stemOf(name));
  const first = names.toSorted((a, b) => Number(isNear(b)) - Number(isNear(a)) || (a < b ? -1 : 1));
  const wanted = new Set(layers.filter(({ blobs }) => blobs.length > 0).map(({ name }) => name));
  const found = await Promise.all(
    first.slice(0, most.read).map(async (name) => {
      const uri = join(folder, name);
      const text = textOf(uri) ?? (await readText(uri, limits.sibling, files));
      return text === undefined ? undefined : { uri, text, shared: sharedWith(wanted, text) };
    }),
  );
  const isNamed = (net: NetOfModel): boolean => net.text.includes(own);
  return found
    .filter((net) => net !== undefined)
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)) || b.shared - a.shared)
    .slice(0, most.offered);
}

/** By the text alone: to analyze a net takes longer. */
function sharedWith(wanted: ReadonlySet<string>, text: string): number {
  const found = new Set<string>();
  for (const [, double, single] of text.matchAll(/\bname\s*:\s*(?:"([^"\n]*)"|'([^'\n]*)')/g)) {
    const name = double ?? single ?? '';
    if (wanted.has(name)) found.add(name);
  }
  return found.size;
}
