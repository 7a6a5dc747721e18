/** Links for the paths in a text: a solver's nets, sources, mean files, weights. */
import type { Analysis } from '#core/analysis/analysis';
import { netFields, type FileReference } from '#core/analysis/references';
import type { Span } from '#core/problems/index';
import type { Files } from '#project/files';
import { pathsTo } from '#project/paths';
import { firstPlace } from '#project/text-files';

export interface FileLink {
  /** The path without its quotes. */
  readonly span: Span;
  readonly target: string;
}

/** A text with more paths is a list of data, and stat-ing all of them would be slow. */
const maxPaths = 100;
/** These name path prefixes or folders. */
const notFiles: ReadonlySet<string> = new Set(['root_folder', 'snapshot_prefix']);

/** Links only to files that exist. */
export async function documentLinks(
  { references, text }: Analysis,
  uri: string,
  roots: readonly string[],
  files: Files,
): Promise<readonly FileLink[]> {
  const places = references
    .filter(({ field }) => !notFiles.has(field))
    .flatMap((reference) => pathsIn(reference, text))
    .slice(0, maxPaths);
  const targets = new Map<string, Promise<string | undefined>>();
  const links = await Promise.all(
    places.map(async ({ path, span }) => {
      const known = targets.get(path) ?? linkTo(path, uri, roots, files);
      targets.set(path, known);
      const target = await known;
      return target === undefined ? [] : [{ span, target }];
    }),
  );
  return links.flat();
}

/** The URI of the net that a solver names; undefined if the document is not a solver, or the file does not exist. */
export async function netOfSolver(
  { kind, references }: Analysis,
  uri: string,
  roots: readonly string[],
  files: Files,
): Promise<string | undefined> {
  const named = kind === 'solver' ? references.find(({ field }) => netFields.has(field)) : undefined;
  return named && linkTo(named.path, uri, roots, files);
}

async function linkTo(path: string, uri: string, roots: readonly string[], files: Files): Promise<string | undefined> {
  const place = await firstPlace(path, pathsTo(path, uri, roots), files);
  return place.kind === 'file' ? place.uri : undefined;
}

/** A solver's `weights` may name several files, separated by commas. */
function pathsIn(
  { path, field, span }: FileReference,
  text: string,
): readonly { readonly path: string; readonly span: Span }[] {
  const written = text.slice(span.start + 1, span.end - 1);
  if (written !== path) return [{ path, span }];
  const parts = field === 'weights' ? path.split(',') : [path];
  let at = span.start + 1;
  return parts.map((part) => {
    const start = at + part.length - part.trimStart().length;
    at += part.length + 1;
    return { path: part.trim(), span: { start, end: start + part.trim().length } };
  });
}
