/** The layers of a net as its text has them, in any of Caffe's formats; `headsOf` has those of an upgraded net. */
import { entryOf, type Entry, type Message } from '../schema/message';

export interface WrittenLayer {
  readonly entry: Entry;
  /** What holds its rules. */
  readonly message: Message;
  /** What holds its name and type: the `layer` inside of a V0 layer, else the same. */
  readonly named: Message;
}

/** In the order of the text. */
export function writtenLayers(net: Message): readonly WrittenLayer[] {
  return net.entries.flatMap((entry): readonly WrittenLayer[] => {
    const { field, value: message } = entry;
    if ((field.name !== 'layer' && field.name !== 'layers') || typeof message !== 'object') return [];
    const inner = field.name === 'layers' ? entryOf(message, 'layer')?.value : undefined;
    return [{ entry, message, named: typeof inner === 'object' ? inner : message }];
  });
}
