import { URI, Utils } from 'vscode-uri';
import { foldersAbove } from '#files/folders-above';

/** The folder that a document is in, as a URI. */
export function folderOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** The folder of a document and those above it, the nearest first. */
export function ancestorsOf(uri: string): readonly string[] {
  return foldersAbove(uri, folderOf);
}

export function join(folder: string, path: string): string {
  return Utils.joinPath(URI.parse(folder), path).toString();
}

/** A path that may begin at the root, from a folder. */
export function resolve(folder: string, path: string): string {
  return Utils.resolvePath(URI.parse(folder), path).toString();
}

/** One spelling for all that name the same file. */
export function canonical(uri: string): string {
  return URI.parse(uri).toString();
}

/** The path's last part. */
export function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** True where a document may have files beside it, which an untitled one or an old version has not. */
export function hasFolder(uri: string): boolean {
  const { scheme } = URI.parse(uri);
  return scheme !== 'untitled' && scheme !== 'git';
}
