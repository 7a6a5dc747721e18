/**
 * The layers of a net as written in its text, in any of Caffe's formats; `headsOf` returns those of an upgraded net.
 */
import { entryOf, type Entry, type Message } from '../schema/message';

export interface WrittenLayer {
  readonly entry: Entry;
  /** The message with its state rules. */
  readonly message: Message;
  /** The message with its name and type: the inner `layer` of a V0 layer, else the same message. */
  readonly named: Message;
}

/** In text order. */
export function writtenLayers(net: Message): readonly WrittenLayer[] {
  return net.entries.flatMap((entry): readonly WrittenLayer[] => {
    const { field, value: message } = entry;
    if ((field.name !== 'layer' && field.name !== 'layers') || typeof message !== 'object') return [];
    const inner = field.name === 'layers' ? entryOf(message, 'layer')?.value : undefined;
    return [{ entry, message, named: typeof inner === 'object' ? inner : message }];
  });
}
