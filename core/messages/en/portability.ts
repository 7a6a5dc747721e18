/** What a target makes of a layer, in one or two words. */
export const portabilityWords = {
  taken: 'yes',
  type: 'type only',
  'left-out': 'left out',
  lost: 'ignores {fields}',
  rewrite: 'rewrite',
  limit: 'over a limit',
  unsupported: 'no',
};
