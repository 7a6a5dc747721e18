/** What the server logs, for a user who asks what it did. */
export const journal = {
  started: 'Prototxt Lens {version} started.',
  settings: 'Settings: {settings}',
  'settings-default': 'Settings: all defaults',
  caffe: '{file}: {why}',
  'proto-read': 'Read {path}.',
  'proto-broken': '{path}:{line}: {reason}',
  'proto-unreadable': 'Cannot read {path}: {reason}.',
} as const;
