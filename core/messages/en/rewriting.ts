/** What the shell is told as texts are rewritten. */
export const rewriting = {
  unformatted: '{path} is not formatted.',
  'not-utf-8': '{path} is not UTF-8, and is left as it is.',
  unwritable: "{path} can't be written: {reason}.",
  broken: '{path} has syntax errors: what they are in is left as it is.',
} as const satisfies Readonly<Record<string, string>>;
