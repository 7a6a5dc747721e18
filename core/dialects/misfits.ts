/** The names of a text that a dialect does not know, each once. */
import { allows } from '../infer/arity';
import { bvlcLayers } from '../layers';
import type { LayerRule } from '../net/rules';
import type { MessageType } from '../schema/types';
import type { MessageNode, Tree } from '../text/tree';
import type { Dialect } from './dialect';
import type { Outline, OutlineField } from './outline';

export interface Misfit {
  readonly kind: 'field' | 'value' | 'layer' | 'use';
  /** The name of the message, or of the enum. */
  readonly of: string;
  readonly name: string;
}

/** Equal for the same name in the same place. */
export function keyOf({ kind, of, name }: Misfit): string {
  return `${kind} ${of} ${name}`;
}

/**
 * `root`: NetParameter or SolverParameter. A singular field that is set twice, or a number of bottoms that no layer of
 * the type has, is a misfit of kind `use`.
 */
export function misfits({ fields, layers }: Outline, dialect: Dialect, root: string): readonly Misfit[] {
  const type = dialect.schema.messages.get(root);
  if (!type) return [];
  const found: Misfit[] = [];
  walk(fields, type, found);
  if (root !== 'NetParameter') return found;
  for (const { type: name, bottoms, tops } of layers) {
    if (name === '') continue;
    const rule = dialect.layers.get(name);
    if (!rule) found.push({ kind: 'layer', of: '', name });
    else if (!isUsable(rule, bottoms, tops)) {
      if (bvlcLayers.get(name)) found.push({ kind: 'use', of: name, name: 'bottoms' });
      // A different layer of the same name, as some Caffes have.
      else found.push({ kind: 'layer', of: '', name }, { kind: 'field', of: 'LayerParameter', name: rule.param ?? '' });
    }
  }
  return found;
}

function isUsable({ arity, sameEverywhere }: LayerRule, bottoms: number, tops: number): boolean {
  return (
    sameEverywhere === true ||
    (allows(arity.bottoms, bottoms) && allows(arity.tops, Math.max(tops, arity.automaticTops ?? 0)))
  );
}

function walk(fields: ReadonlyMap<string, OutlineField>, type: MessageType, found: Misfit[]): void {
  for (const [name, written] of fields) {
    const field = type.fields.get(name);
    if (!field) {
      found.push({ kind: 'field', of: type.name, name });
      continue;
    }
    if (
      (field.label !== 'repeated' && written.times > 1) ||
      (field.message ? written.hasScalars : written.fields !== undefined)
    ) {
      found.push({ kind: 'use', of: type.name, name });
    }
    if (field.message && written.fields) walk(written.fields, field.message, found);
    const { enumeration } = field;
    if (!enumeration) continue;
    for (const word of written.words)
      if (!enumeration.values.has(word)) found.push({ kind: 'value', of: field.typeName, name: word });
  }
}

/**
 * True where a dialect has every name of a text. Most texts are BVLC's, and this is faster than building an outline.
 */
export function knowsAll({ root, text }: Tree, dialect: Dialect, message: string): boolean {
  const type = dialect.schema.messages.get(message);
  return type !== undefined && knows(root, type, text, dialect);
}

function knows(message: MessageNode, type: MessageType, text: string, dialect: Dialect): boolean {
  for (const { name, value } of message.fields) {
    const field = type.fields.get(name);
    if (!field) return false;
    if (!value) continue;
    if (field.message) {
      const inner = field.message;
      const items = value.kind === 'list' ? value.items : [value];
      if (!items.every((item) => item.kind === 'scalar' || knows(item, inner, text, dialect))) return false;
    } else if (field.enumeration && value.kind === 'scalar' && value.token === 'identifier') {
      if (!field.enumeration.values.has(text.slice(value.start, value.end))) return false;
    } else if (name === 'type' && type.name === 'LayerParameter' && value.kind === 'scalar') {
      if (!dialect.layers.get(text.slice(value.start + 1, value.end - 1))) return false;
    }
  }
  return true;
}
