/** Completes paths in fields that name a file, relative to the folders that Caffe may have been started in. */
import type { Analysis } from '#core/analysis/analysis';
import type { Span } from '#core/problems/index';
import type { FileStat, Files } from '#project/files';
import { foldersFor } from '#project/paths';
import { folderOf, hasFolder, join, nameOf } from '#project/uris';
import type { Completion, CompletionContext } from './item';
import { labelled, literal, quotedAt } from './item';
import { placeAt } from './place';

/** File extensions by field; empty if any file will do. */
const fields: Readonly<Record<string, readonly string[]>> = {
  net: ['.prototxt'],
  train_net: ['.prototxt'],
  test_net: ['.prototxt'],
  mean_file: ['.binaryproto'],
  weights: ['.caffemodel', '.h5'],
  source: [],
  root_folder: [],
  snapshot_prefix: [],
  infogain_file: ['.binaryproto'],
};

const maxNames = 200;

/** Undefined if the place does not take a path. */
export async function pathCompletions(
  { analysis, offset }: CompletionContext,
  uri: string,
  roots: readonly string[],
  files: Files,
): Promise<readonly Completion[] | undefined> {
  const place = pathPlaceAt(analysis, offset);
  if (!place || !hasFolder(uri) || /^(?:[\\/]|[a-z]:)/i.test(place.written)) return undefined;
  const { ends } = place;
  const folder = place.written.slice(0, place.written.lastIndexOf('/') + 1);
  const listed = await Promise.all(
    place.from(uri, roots).map((base) => namesIn(folder === '' ? base : join(base, folder.slice(0, -1)), files)),
  );
  const found = new Map<string, FileStat['kind']>();
  for (const { name, kind } of listed.flat()) if (!found.has(name)) found.set(name, kind);
  found.delete(nameOf(uri));
  return [...found].flatMap(([name, kind]): readonly Completion[] => {
    const path = `${folder}${name}${kind === 'folder' ? '/' : ''}`;
    if (kind !== 'folder' && ends.length > 0 && !ends.some((end) => name.endsWith(end))) return [];
    return [
      {
        ...labelled(path),
        kind: kind === 'folder' ? 'folder' : 'file',
        span: place.span,
        snippet: place.spell(path),
        ...(kind === 'folder' ? { again: true } : {}),
      },
    ];
  });
}

interface PathPlace {
  /** The path up to the cursor. */
  readonly written: string;
  readonly span: Span;
  readonly ends: readonly string[];
  /** The folders that the path may be relative to. */
  readonly from: typeof foldersFor;
  readonly spell: (path: string) => string;
}

/** In a field that names a file, or after `# prototxt: weights`. */
function pathPlaceAt(analysis: Analysis, offset: number): PathPlace | undefined {
  const place = placeAt(analysis, offset);
  if (place?.kind === 'comment') {
    const written = /^#\s*prototxt:\s*weights\s+(.*)$/.exec(place.written)?.[1];
    return written === undefined
      ? undefined
      : {
          written,
          span: { start: offset - written.length, end: offset },
          ends: fields['weights'] ?? [],
          from: (uri) => [folderOf(uri)],
          spell: literal,
        };
  }
  if (place?.kind !== 'value' || place.field.kind !== 'string' || !Object.hasOwn(fields, place.field.name))
    return undefined;
  return {
    written: place.written,
    span: place.span,
    ends: fields[place.field.name] ?? [],
    from: foldersFor,
    spell: (path) => quotedAt(place, path),
  };
}

async function namesIn(
  folder: string,
  files: Files,
): Promise<readonly { readonly name: string; readonly kind: FileStat['kind'] }[]> {
  const names = (await files.list(folder).catch(() => []))
    .filter((name) => !name.startsWith('.'))
    .sort()
    .slice(0, maxNames);
  const kinds = await Promise.all(
    names.map((name) =>
      files.stat(join(folder, name)).then(
        ({ kind }) => kind,
        () => 'other' as const,
      ),
    ),
  );
  return names.map((name, i) => ({ name, kind: kinds[i] ?? 'other' })).filter(({ kind }) => kind !== 'other');
}
