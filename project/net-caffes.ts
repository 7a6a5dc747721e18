/** Which Caffes the nets of a solver are for. */
import { analyze } from '#core/analysis/analysis';
import { toldBy } from '#core/dialects/choose-beside';
import type { Dialect } from '#core/dialects/dialect';
import { limits, type Files } from './files';
import type { Schemas } from './schemas';
import { readText, type Place } from './text-files';

/** `nets`: by the path as written in the solver. Those that cannot be read are left out. */
export async function caffesOfNets(
  nets: ReadonlyMap<string, Place>,
  files: Files,
  schemas: Schemas,
): Promise<readonly Dialect[]> {
  const uris = new Set([...nets.values()].flatMap((place) => (place.kind === 'file' ? [place.uri] : [])));
  const analyses = await Promise.all(
    [...uris].map(async (uri) => {
      const text = await readText(uri, limits.sibling, files);
      if (text === undefined) return [];
      await schemas.ready(uri, text);
      return [analyze(text, { dialect: schemas.chooserFor(uri) })];
    }),
  );
  return toldBy(analyses.flat().filter(({ kind }) => kind === 'net'));
}
