/** Which Caffes the nets of a solver are for. */
import { commentsOf } from '#core/comments/comments';
import { toldBy } from '#core/dialects/choose-beside';
import type { Choice, Dialect } from '#core/dialects/dialect';
import { kindOf } from '#core/dialects/kind';
import { parse } from '#core/text/parser';
import { maskTemplates } from '#core/text/templates';
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
  const choices = await Promise.all(
    [...uris].map(async (uri): Promise<readonly Choice[]> => {
      const text = await readText(uri, limits.sibling, files);
      if (text === undefined) return [];
      await schemas.ready(uri, text);
      const { tree } = parse(maskTemplates(text));
      const choice = schemas.chooserFor(uri)(tree, commentsOf(tree).schema);
      return kindOf(tree, choice.dialect.schema) === 'net' ? [choice] : [];
    }),
  );
  return toldBy(choices.flat());
}
