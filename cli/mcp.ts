/** `mcp`: the tools for language models, over the Model Context Protocol on standard input and output. */
import { messageOf } from '#core/messages/render';
import { placeless } from '#core/problems/index';
import { failure } from '#project/files';
import { reasonOf } from '#project/reason';
import { exitOk, exitUsage, type Io } from './io';
import type { Command } from './options';

/** Serves until the client closes standard input. The folders given are those whose files may be read. */
export const mcp: Command = {
  name: 'mcp',
  formats: ['text'],
  own: ['target'],
  takes: 'folders',
  run: async ({ files: given, schema, datum, accepted, targets }, io) => {
    const folders = given.length > 0 ? given : ['.'];
    for (const folder of folders) {
      const reason = await whyNoFolder(folder, io);
      if (reason === undefined) continue;
      io.complain(messageOf(placeless('file/unreadable', { path: folder, reason }), io.language));
      return exitUsage;
    }
    await io.serveTools({
      files: io.files,
      roots: folders.map(io.uriOf),
      usual: { schema, datum, acceptedNames: [...accepted], targets },
      start: io.start,
    });
    return exitOk;
  },
};

async function whyNoFolder(folder: string, { files, uriOf, language }: Io): Promise<string | undefined> {
  try {
    const { kind } = await files.stat(uriOf(folder));
    return kind === 'folder' ? undefined : reasonOf(failure('ENOTDIR', folder), language);
  } catch (error) {
    return reasonOf(error, language);
  }
}
