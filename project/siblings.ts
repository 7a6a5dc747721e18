/** Nets that share weights with another: those with the same base name, and those named by the same solver. */
import { analyze, type Analysis } from '#core/analysis/analysis';
import { stemOf, type Sibling } from '#core/checks/drift';
import { lazy } from '#core/lazy';
import { limits, type Files } from './files';
import type { Schemas } from './schemas';
import { readText } from './text-files';
import { canonical, folderOf, join, nameOf } from './uris';

/** A limit on comparisons: more files of one name are unlikely to be variants of one net. */
const maxSiblings = 8;

/**
 * Nets in the same folder whose names differ only by purpose, such as `x_train_val` and `x_deploy`, and those in `named`: nets
 * that a solver names together with this one, by URI.
 */
export async function siblingsOf(
  uri: string,
  named: ReadonlyMap<string, string>,
  files: Files,
  schemas: Schemas,
): Promise<readonly Sibling[]> {
  const folder = folderOf(uri);
  const own = nameOf(uri);
  const names = (await files.list(folder).catch(() => [])).filter(
    (name) => name !== own && name.endsWith('.prototxt') && stemOf(name) === stemOf(own),
  );
  const siblings = new Map(names.toSorted().map((name) => [canonical(join(folder, name)), name]));
  for (const [net, path] of named) if (!siblings.has(net)) siblings.set(net, path);
  const found = await Promise.all(
    [...siblings].slice(0, maxSiblings).map(([sibling, name]) => siblingAt(sibling, name, files, schemas)),
  );
  return found.filter((sibling) => sibling !== undefined);
}

/** Undefined if unreadable; a file that is not a net has no states. Analyzed only when the states are read. */
async function siblingAt(uri: string, file: string, files: Files, schemas: Schemas): Promise<Sibling | undefined> {
  const text = await readText(uri, limits.sibling, files);
  if (text === undefined) return undefined;
  await schemas.ready(uri, text);
  const states = lazy(() => statesOf(analyze(text, { dialect: schemas.chooserFor(uri) })));
  return {
    uri,
    text,
    file,
    get states() {
      return states();
    },
  };
}

export function statesOf(analysis: Analysis): Sibling['states'] {
  return analysis.kind === 'net' ? analysis.states.map((state) => analysis.state(state)) : [];
}
