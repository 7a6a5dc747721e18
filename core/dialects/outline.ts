/** The distinct names of a text: all that is needed to detect which Caffe it is for. */
import type { FieldNode, MessageNode, ScalarNode, Tree } from '../text/tree';

export interface Outline {
  readonly fields: ReadonlyMap<string, OutlineField>;
  /** Layers by type and number of bottoms and tops, each combination once. */
  readonly layers: readonly LayerKind[];
}

export interface OutlineField {
  /** The highest number of occurrences in one message. */
  readonly times: number;
  /** The fields inside it, over all messages; undefined where its values are no messages. */
  readonly fields: ReadonlyMap<string, OutlineField> | undefined;
  readonly hasScalars: boolean;
  /** The unquoted words among its values: mostly names of enum values. */
  readonly words: ReadonlySet<string>;
}

export interface LayerKind {
  readonly type: string;
  readonly bottoms: number;
  readonly tops: number;
}

/** More distinct words of one field add no evidence. */
const maxWords = 64;

export function outlineOf(tree: Tree): Outline {
  const root = new Map<string, Draft>();
  const kinds = new Map<string, LayerKind>();
  add(root, tree.root, tree.text);
  for (const { name, value } of tree.root.fields) {
    if (name !== 'layer' || value?.kind !== 'message') continue;
    const kind = kindOf(value, tree.text);
    kinds.set(`${kind.type} ${kind.bottoms} ${kind.tops}`, kind);
  }
  return { fields: root, layers: [...kinds.values()] };
}

interface Draft {
  times: number;
  fields: Map<string, Draft> | undefined;
  hasScalars: boolean;
  readonly words: Set<string>;
}

/** The recursion is bounded by the parser's limit on nesting. */
function add(into: Map<string, Draft>, message: MessageNode, text: string): void {
  const times = new Map<string, number>();
  for (const node of message.fields) {
    const { name, value } = node;
    if (!value) continue;
    let draft = into.get(name);
    if (!draft) into.set(name, (draft = { times: 0, fields: undefined, hasScalars: false, words: new Set() }));
    const n = (times.get(name) ?? 0) + 1;
    times.set(name, n);
    draft.times = Math.max(draft.times, value.kind === 'list' ? 2 : n);
    for (const item of itemsOf(node)) {
      if (item.kind === 'message') add((draft.fields ??= new Map<string, Draft>()), item, text);
      else addScalar(draft, item, text);
    }
  }
}

function addScalar(draft: Draft, { token, start, end }: ScalarNode, text: string): void {
  draft.hasScalars = true;
  if (token === 'identifier' && draft.words.size < maxWords) draft.words.add(text.slice(start, end));
}

function itemsOf({ value }: FieldNode): readonly (ScalarNode | MessageNode)[] {
  if (!value) return [];
  return value.kind === 'list' ? value.items : [value];
}

function kindOf(layer: MessageNode, text: string): LayerKind {
  let type = '';
  let bottoms = 0;
  let tops = 0;
  for (const { name, value } of layer.fields) {
    if (name === 'bottom') bottoms++;
    else if (name === 'top') tops++;
    else if (name === 'type' && value?.kind === 'scalar' && value.token === 'string')
      type = text.slice(value.start + 1, value.end - 1);
  }
  return { type, bottoms, tops };
}
