/** Every place that names a blob, a layer or a shared param, over all states of the file. */
import { appended } from '../lists';
import { entryOf, subs } from '../schema/message';
import { placeOfName, type LayerHead } from './heads';
import type { Names, Occurrence } from './model';

export function namesOf(heads: readonly LayerHead[]): Names {
  const blobs = new Map<string, Occurrence[]>();
  const layers = new Map<string, Occurrence[]>();
  const params = new Map<string, Occurrence[]>();
  for (const head of heads) {
    const layerSpan = head.span;
    for (const { name, span } of head.bottoms) add(blobs, { name, role: 'bottom', span, layerSpan });
    const role = isInputField(head) ? 'input' : 'top';
    for (const { name, span } of head.tops) add(blobs, { name, role, span, layerSpan });
    if (!isInputField(head) && entryOf(head.message, 'name'))
      add(layers, { name: head.name, role: 'layer', span: head.nameSpan, layerSpan });
    for (const spec of subs(head.message, 'param')) {
      const entry = entryOf(spec, 'name');
      if (entry && entry.value !== '') add(params, { ...placeOfName(entry), role: 'param', layerSpan });
    }
  }
  return { blobs, layers, params };
}

/** The Input layer made from the net's old `input` fields has no text of its own. */
function isInputField(head: LayerHead): boolean {
  return head.type === 'Input' && head.message.node === undefined;
}

function add(index: Map<string, Occurrence[]>, occurrence: Occurrence): void {
  index.set(occurrence.name, appended(index.get(occurrence.name), occurrence));
}
