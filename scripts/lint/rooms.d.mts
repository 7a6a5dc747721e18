/** What is wrong with one import, as the id of a message; undefined where nothing is. */
export function complaint(
  file: string,
  source: string,
  kind: 'type' | 'value',
  root?: string,
): { readonly messageId: string } | undefined;
