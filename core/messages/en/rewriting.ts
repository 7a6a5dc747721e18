/** What the command line prints when it rewrites texts. */
export const rewriting = {
  unformatted: '{path} is not formatted.',
  'not-utf-8': '{path} is not UTF-8 and was not changed.',
  unwritable: 'Cannot write {path}: {reason}.',
  broken: '{path} has syntax errors; the parts that contain them were not changed.',
} as const satisfies Readonly<Record<string, string>>;
