/** Files for a host that can only write whole ones: the content is collected in memory, and written in one call when complete. */
import type { Files } from '#project/files';
import type { HostFiles } from './runtime';

export function inMemory({
  stat,
  write,
}: Pick<Files, 'stat'> & {
  readonly write: (uri: string, bytes: Uint8Array) => Promise<void>;
}): HostFiles['create'] {
  return async (uri, size, existing) => {
    const isThere = (): Promise<boolean> =>
      stat(uri).then(
        () => true,
        () => false,
      );
    if (existing === 'keep' && (await isThere()))
      throw Object.assign(new Error(`${uri} already exists`), { code: 'EEXIST' });
    let bytes = new Uint8Array(size);
    let at = 0;
    return {
      write: async (part) => {
        bytes.set(part, at);
        at += part.length;
      },
      commit: () =>
        at === bytes.length
          ? write(uri, bytes)
          : Promise.reject(new Error(`${at} of ${bytes.length} bytes were written`)),
      abandon: async () => {
        bytes = new Uint8Array();
      },
    };
  };
}
