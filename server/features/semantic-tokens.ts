/** Semantic highlighting: layer types, filler types, blobs, shared params, values of enums. */
import type { Analysis } from '#core/analysis/analysis';
import { firstIndexOf } from '#core/lists';
import { placeOfName } from '#core/net/heads';
import type { Span } from '#core/problems/index';
import type { Entry, Message } from '#core/schema/message';

export const tokenTypes = ['class', 'type', 'variable', 'parameter', 'enumMember'] as const;
export const tokenModifiers = ['declaration'] as const;

export interface SemanticToken {
  readonly span: Span;
  readonly type: (typeof tokenTypes)[number];
  /** True for a declaration: a top or an input. */
  readonly declares: boolean;
}

/**
 * In text order, for all messages that overlap the range. The recursion is bounded: messages nest no deeper than their schema.
 */
export function semanticTokens({ message, kind, text }: Analysis, range: Span): readonly SemanticToken[] {
  const tokens: SemanticToken[] = [];
  if (message && kind !== 'other') visit(message, range, tokens);
  // Omits strings in parts on several lines: LSP has no multiline tokens by default.
  return tokens.filter(({ span: { start, end } }) => !text.slice(start, end).includes('\n'));
}

function visit({ entries }: Message, range: Span, tokens: SemanticToken[]): void {
  for (let i = firstIn(entries, range.start); i < entries.length; i++) {
    const entry = entries[i] as Entry;
    if (entry.node.start > range.end) break;
    if (typeof entry.value === 'object') visit(entry.value, range, tokens);
    else {
      const type = typeof entry.value === 'string' ? typeOf(entry) : undefined;
      if (type)
        tokens.push({
          span: spanOf(entry),
          type,
          declares: entry.field.name === 'top' || entry.field.name === 'input',
        });
    }
  }
}

function typeOf({ field }: Entry): SemanticToken['type'] | undefined {
  const { owner, name } = field;
  if (field.enumeration) return name === 'type' && owner === 'V1LayerParameter' ? 'class' : 'enumMember';
  return byField[`${owner}.${name}`];
}

const byField: Readonly<Record<string, SemanticToken['type']>> = {
  'LayerParameter.type': 'class',
  'LayerParameter.bottom': 'variable',
  'LayerParameter.top': 'variable',
  'V1LayerParameter.bottom': 'variable',
  'V1LayerParameter.top': 'variable',
  'V1LayerParameter.param': 'parameter',
  'V0LayerParameter.type': 'class',
  'NetParameter.input': 'variable',
  'ParamSpec.name': 'parameter',
  'FillerParameter.type': 'type',
  'SolverParameter.type': 'class',
  'SolverParameter.lr_policy': 'enumMember',
};

/** For a name, the span without its quotes. */
function spanOf(entry: Entry): Span {
  const { start, end } = entry.field.enumeration ? entry.valueNode : placeOfName(entry).span;
  return { start, end };
}

/** The first entry that may overlap what starts at the offset: entries are in order, so only the last before it can. */
function firstIn(entries: readonly Entry[], offset: number): number {
  return firstIndexOf(entries, ({ node }) => node.end >= offset);
}
