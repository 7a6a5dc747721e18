/** Files for the fields that name one: in the folders that the path may begin in, and in the folder that is written. */
import type { FileStat, Files } from '../../runtime';
import { foldersFor } from '../../paths';
import { hasFolder, join, nameOf } from '../../uris';
import type { Completion, CompletionContext } from './item';
import { quotedAt } from './item';
import { placeAt } from './place';

/** What a field wants: the ends of file names; empty where any will do. */
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

/** Undefined where the place takes no path. */
export async function pathCompletions({ analysis, offset }: CompletionContext, uri: string, roots: readonly string[], files: Files): Promise<readonly Completion[] | undefined> {
  const place = placeAt(analysis, offset);
  const ends = place?.kind === 'value' && place.field.kind === 'string' && Object.hasOwn(fields, place.field.name) ? fields[place.field.name] : undefined;
  if (place?.kind !== 'value' || ends === undefined || !hasFolder(uri) || /^(?:\/|[a-z]:)/i.test(place.written)) return undefined;
  const folder = place.written.slice(0, place.written.lastIndexOf('/') + 1);
  const listed = await Promise.all(foldersFor(uri, roots).map((base) => namesIn(folder === '' ? base : join(base, folder.slice(0, -1)), files)));
  const found = new Map<string, FileStat['kind']>();
  for (const { name, kind } of listed.flat()) if (!found.has(name)) found.set(name, kind);
  found.delete(nameOf(uri));
  return [...found].flatMap(([name, kind]): readonly Completion[] => {
    const path = `${folder}${name}${kind === 'folder' ? '/' : ''}`;
    if (kind !== 'folder' && ends.length > 0 && !ends.some((end) => name.endsWith(end))) return [];
    return [{ label: path, kind: kind === 'folder' ? 'folder' : 'file', span: place.span, snippet: quotedAt(place, path), ...(kind === 'folder' ? { again: true } : {}) }];
  });
}

async function namesIn(folder: string, files: Files): Promise<readonly { readonly name: string; readonly kind: FileStat['kind'] }[]> {
  const names = (await files.list(folder).catch(() => [])).filter((name) => !name.startsWith('.')).sort().slice(0, maxNames);
  const kinds = await Promise.all(names.map((name) => files.stat(join(folder, name)).then(({ kind }) => kind, () => 'other' as const)));
  return names.map((name, i) => ({ name, kind: kinds[i] ?? 'other' })).filter(({ kind }) => kind !== 'other');
}
