/** Files around a net or a solver that say more of it: the nets that a solver names, and nets that share their weights. */
import { analyze, type Analysis, type FileReference } from '#core/analysis';
import { chooseDialect } from '#core/choose-dialect';
import { stemOf, type Sibling } from '#core/checks/drift';
import { netFields } from '#core/references';
import { pathsTo } from './paths';
import type { Files } from './runtime';
import { firstFile, readText } from './text-files';
import { canonical, folderOf, join, nameOf } from './uris';

/** Whether each net that a solver names can be found, by the path as written. */
export type NetPlaces = ReadonlyMap<string, string | undefined>;

export async function findNets(
  uri: string,
  references: readonly FileReference[],
  workspace: readonly string[],
  files: Files,
): Promise<NetPlaces> {
  const places = new Map<string, string | undefined>();
  for (const { path, field } of references) {
    if (netFields.has(field) && !places.has(path))
      places.set(path, await firstFile(pathsTo(path, uri, workspace), files));
  }
  return places;
}

/** As many are compared: more are not of one net. */
const maxSiblings = 8;
const maxBytes = 1 << 20;

/**
 * Nets in the same folder whose names differ only in what they are for, such as `x_train_val` and `x_deploy`, and `named`:
 * those that solvers name with it, by URI.
 */
export async function siblingsOf(
  uri: string,
  named: ReadonlyMap<string, string>,
  files: Files,
): Promise<readonly Sibling[]> {
  const folder = folderOf(uri);
  const own = nameOf(uri);
  const names = (await files.list(folder)).filter(
    (name) => name !== own && name.endsWith('.prototxt') && stemOf(name) === stemOf(own),
  );
  const siblings = new Map(names.sort().map((name) => [canonical(join(folder, name)), name]));
  for (const [net, path] of named) if (!siblings.has(net)) siblings.set(net, path);
  const found = await Promise.all(
    [...siblings].slice(0, maxSiblings).map(([sibling, name]) => siblingAt(sibling, name, files)),
  );
  return found.filter((sibling) => sibling !== undefined);
}

async function siblingAt(uri: string, file: string, files: Files): Promise<Sibling | undefined> {
  const text = await readText(uri, maxBytes, files);
  if (text === undefined) return undefined;
  const analysis = analyze(text, { dialect: chooseDialect });
  return analysis.kind === 'net' ? { uri, text, file, states: statesOf(analysis) } : undefined;
}

export function statesOf(analysis: Analysis): Sibling['states'] {
  return analysis.kind === 'net' ? analysis.states.map((state) => analysis.state(state)) : [];
}
