/** Files in memory, by URI. */
import { failure, tooLarge, type Files } from '#project/files';

export function memoryFiles(files: Readonly<Record<string, string | Uint8Array>>): Files {
  const bytes = async (uri: string): Promise<Uint8Array> => {
    const content = files[uri];
    if (content === undefined) throw failure('ENOENT', uri);
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  const namesIn = (folder: string): readonly string[] => [
    ...new Set(
      Object.keys(files)
        .filter((name) => name.startsWith(`${folder}/`))
        .map((name) => decodeURIComponent(name.slice(folder.length + 1).split('/')[0] ?? '')),
    ),
  ];
  return {
    read: async (uri, limit) => {
      const content = await bytes(uri);
      if (content.length > limit) throw failure(tooLarge, uri, { limit });
      return content;
    },
    readRange: async (uri, start, end) => (await bytes(uri)).slice(start, end),
    stat: async (uri) =>
      namesIn(uri).length > 0 ? { size: 0, kind: 'folder' } : { size: (await bytes(uri)).length, kind: 'file' },
    list: async (uri) => namesIn(uri),
    resolve: async (uri) => uri,
  };
}
