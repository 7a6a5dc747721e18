/** What the fixes are called in the editor's menu. */
export const fixTitles = {
  'replace': 'Replace with {suggestion}',
  'remove-field': 'Remove {name}',
  'remove-dead-fields': 'Remove all fields without effect in this file ({count})',
  'write-datum': 'Write the shape of the records: # prototxt: datum {datum}',
} as const satisfies Readonly<Record<string, string>>;
