/**
 * The page of each problem as a document of the client. A client that has them says so with `problemPages: true` in its
 * `initializationOptions`. A link of a diagnostic can open a document, but not run a command.
 */
export const problemScheme = 'prototxt-lens-problem';

/** A URI: `prototxt-lens-problem:/layer/pad-too-large.md`. */
export function pageOf(code: string): string {
  return `${problemScheme}:/${code}.md`;
}

export function codeOfPage(path: string): string {
  return path.replace(/^\//, '').replace(/\.md$/, '');
}
