/** A path in a net goes no further up than this. */
const mostFolders = 8;

/** The folder that a file is in and those above it, the nearest first. `parentOf` gives a root itself. */
export function foldersAbove(file: string, parentOf: (path: string) => string): readonly string[] {
  const folders: string[] = [];
  for (
    let folder = parentOf(file);
    folders.length < mostFolders && folders.at(-1) !== folder;
    folder = parentOf(folder)
  )
    folders.push(folder);
  return folders;
}
