/** Restricts file access in an untrusted workspace: nothing outside its folders is read, not even through a symbolic link. */
import { failure, outside, type Files } from './files';
import { canonical, isWithin, join } from './uris';

/**
 * `roots`: URIs of the folders that may be read; undefined while there is no restriction. Rejects with `outside` for anything
 * else. Writes are not restricted: the user chose their destination.
 */
export function confined<Host extends Files>(files: Host, roots: () => readonly string[] | undefined): Host {
  const check = async (uri: string): Promise<void> => {
    const folders = roots();
    if (!folders) return;
    const inside = folders.map(canonical);
    if (!isInOne(canonical(join(uri, '.')), inside)) throw failure(outside, uri);
    const [real, ...realFolders] = await Promise.all([uri, ...inside].map((each) => files.resolve(each)));
    if (real === undefined || !isInOne(canonical(real), realFolders.map(canonical))) throw failure(outside, uri);
  };
  return {
    ...files,
    read: async (uri, limit) => (await check(uri), files.read(uri, limit)),
    readRange: async (uri, start, end) => (await check(uri), files.readRange(uri, start, end)),
    stat: async (uri) => (await check(uri), files.stat(uri)),
    list: async (uri) => (await check(uri), files.list(uri)),
  };
}

function isInOne(uri: string, folders: readonly string[]): boolean {
  return folders.some((folder) => isWithin(uri, folder));
}
