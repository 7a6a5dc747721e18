/** Provides what a panel says is missing: by writing a shape into the net, or with a part of the page. */
import { datumIn, shapeIn } from '#core/comments/values';
import type { Remedy, WrittenShape } from '#protocol/lacks';
import { ask } from './dialogs';
import type { Editor } from './editor';
import type { Server } from './server';
import { words } from './words';

/** Where a remedy leads that is not an edit. */
export interface Doors {
  readonly state: () => void;
  readonly schema: () => void;
  readonly run: () => void;
  readonly newNet: () => void;
  readonly openFile: () => void;
}

export async function provide(server: Server, editor: Editor, doors: Doors, remedy: Remedy): Promise<void> {
  switch (remedy.kind) {
    case 'datum': {
      const shape = remedy.shape ?? (await ask(words.datum, '3x256x256', (text) => datumIn(text) !== undefined));
      return shape === undefined ? undefined : write(server, editor, { kind: 'datum', shape });
    }
    case 'shape': {
      const shape = await ask(words.shape, '1x3x224x224', (text) => shapeIn(text) !== undefined);
      return shape === undefined ? undefined : write(server, editor, { ...remedy, shape });
    }
    case 'state':
      return doors.state();
    case 'schema':
      return doors.schema();
    case 'run':
      return doors.run();
    case 'new-net':
      return doors.newNet();
    case 'open-file':
      return doors.openFile();
  }
}

async function write(server: Server, editor: Editor, written: WrittenShape): Promise<void> {
  const doc = editor.doc();
  const edits = await server.request('prototxt/lacks/write', { uri: editor.uri(), written });
  if (edits) editor.apply(doc, edits);
}
