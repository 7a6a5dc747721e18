import { URI, Utils } from 'vscode-uri';

/** The folder that a document is in, as a URI. */
export function folderOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** How many folders above a file are searched for the paths in it. */
const mostFolders = 8;

/** The folder of a document and its parents, the nearest first. */
export function ancestorsOf(uri: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = folderOf(uri); folders.length < mostFolders && folders.at(-1) !== folder; folder = folderOf(folder))
    folders.push(folder);
  return folders;
}

export function join(folder: string, path: string): string {
  return Utils.joinPath(URI.parse(folder), path).toString();
}

/** True for the folder itself and everything in it. */
export function isWithin(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** The path of a file relative to a folder, with `..` where needed; undefined on another drive. */
export function relativePath(folder: string, uri: string): string | undefined {
  const [from, to] = [URI.parse(folder), URI.parse(uri)];
  const [steps, target] = [partsOf(from), partsOf(to)];
  const hasDrive = [steps, target].some(([first = '']) => /^[a-z]:$/i.test(first));
  if (from.scheme !== to.scheme || from.authority !== to.authority || (hasDrive && steps[0] !== target[0]))
    return undefined;
  const apart = steps.findIndex((step, i) => step !== target[i]);
  const shared = apart < 0 ? steps.length : apart;
  return [...steps.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}

function partsOf({ path }: URI): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}

/** Normalizes a URI, so that equal files have equal URIs. */
export function canonical(uri: string): string {
  return URI.parse(uri).toString();
}

export function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** True if a document can have files beside it: not an untitled one, nor an old version from git. */
export function hasFolder(uri: string): boolean {
  const { scheme } = URI.parse(uri);
  return scheme !== 'untitled' && scheme !== 'git';
}
