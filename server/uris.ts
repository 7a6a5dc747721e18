import { URI, Utils } from 'vscode-uri';

/** The folder that a document is in, as a URI. */
export function folderOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

export function join(folder: string, path: string): string {
  return Utils.joinPath(URI.parse(folder), path).toString();
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
