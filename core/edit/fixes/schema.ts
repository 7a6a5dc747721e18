/** Fixes of a field: its name, its value, how often it is set. */
import type { schemaProblems } from '../../problems/schema';
import type { FieldNode, MessageNode, ValueNode } from '../../text/tree';
import { readScalar } from '../../schema/scalars';
import type { FieldType } from '../../schema/types';
import { parse } from '../../text/parser';
import { fieldAt } from '../field-at';
import type { Fix } from '../change';
import { moveField } from '../move-field';
import { useOwner } from './fork';
import { bestOf } from './guesses';
import { readable } from './numbers';
import { v1Types } from '../../net/upgrade/v1-types';
import { namesLike } from './names-like';
import {
  entryAt,
  messageAt,
  removal,
  removeIt,
  replacement,
  soundly,
  suggested,
  type Fixer,
  type Fixes,
} from './fixer';

/**
 * Adds quotes that a string lacks, or removes those around a number or an enum value; or writes a number or bool as Caffe
 * reads it.
 */
const readAs: Fixer = (analysis, problem) => {
  const { text, message } = analysis;
  const { span } = problem;
  const found = message && entryAt({ message }, span)?.entry;
  if (found?.valueNode.kind !== 'scalar') return [];
  const { field, valueNode: node } = found;
  const written = text.slice(node.start, node.end);
  const isText = field.kind === 'string' || field.kind === 'bytes';
  if (isText && node.token !== 'string') {
    return [
      {
        id: 'add-quotes',
        args: { value: written },
        changes: [{ span: { start: node.start, end: node.end }, newText: `"${written}"` }],
      },
    ];
  }
  if (isText) return [];
  const meant = readable(field, written);
  if (meant) {
    const fix = replacement(analysis, { start: node.start, end: node.end }, meant.value);
    return [meant.isSure ? fix : { ...fix, guess: 'value' }];
  }
  const inner = /^(["'])([^"'\\\s]+)\1$/.exec(written)?.[2];
  if (inner === undefined) return [];
  // The type of a layer in V1 is an enum.
  const ofV1 = field.owner === 'V1LayerParameter' && field.name === 'type' ? v1Types.get(inner) : undefined;
  if (ofV1 !== undefined) return [{ ...replacementOf(node, ofV1), guess: 'name' }];
  const plain = readable(field, inner)?.value ?? inner;
  if (!reads(field, plain)) return [];
  return [
    {
      id: 'remove-quotes',
      args: { value: inner },
      changes: [{ span: { start: node.start, end: node.end }, newText: plain }],
    },
  ];
};

function replacementOf({ start, end }: ValueNode, newText: string): Fix {
  return { id: 'replace', args: { suggestion: newText }, changes: [{ span: { start, end }, newText }] };
}

/** True where the text without quotes is a valid value of the field. */
function reads(field: FieldType, written: string): boolean {
  const { tree, problems } = parse(`a: ${written}`);
  const [only] = tree.root.fields;
  return (
    problems.length === 0 &&
    only?.value?.kind === 'scalar' &&
    only.end === tree.text.length &&
    typeof readScalar(tree.text, only.value, field) !== 'object'
  );
}

/** Removes the repetition where a field is set twice; with another value, either may be meant. */
const once: Fixer = (analysis, problem) => {
  const { text, tree, message } = analysis;
  const { span } = problem;
  const owner = message && messageAt({ message }, span);
  const fields = (owner?.node ? holding(owner.node, message?.node, span) : undefined) ?? [];
  const again = fields.find(({ start }) => start === span.start);
  const before = fields.find((field) => field !== again && field.name === again?.name && field.start < span.start);
  if (!again?.value || !before?.value) return [];
  const repeated = removal(tree, [again], again.name);
  if (spell(text, again.value) === spell(text, before.value)) return [repeated];
  return bestOf(analysis, problem, [repeated, removal(tree, [before], before.name)]);
};

/**
 * The fields of the message that contains the field at a span. The innermost message there may be the field's own
 * value, so the search starts again from the root.
 */
function holding(
  inner: MessageNode,
  root: MessageNode | undefined,
  { start }: { readonly start: number },
): readonly FieldNode[] | undefined {
  if (inner.fields.some((field) => field.start === start)) return inner.fields;
  let message = root;
  while (message) {
    if (message.fields.some((field) => field.start === start)) return message.fields;
    const next: FieldNode | undefined = message.fields.find((field) => field.start < start && start < field.end);
    message = next?.value?.kind === 'message' ? next.value : undefined;
  }
  return undefined;
}

function spell(text: string, value: ValueNode): string {
  return text.slice(value.start, value.end).replace(/\s+/g, ' ');
}

const unlist: Fixer = ({ text, tree }, { span }) => {
  const value = fieldAt(tree, span)?.value;
  if (value?.kind !== 'list' || value.items.length !== 1 || !value.closed) return [];
  const [item] = value.items;
  if (!item) return [];
  const newText = text.slice(item.start, item.end);
  return [
    {
      id: 'replace',
      args: { suggestion: newText },
      changes: [{ span: { start: value.start, end: value.end }, newText }],
    },
  ];
};

/** Moves a field to where it belongs. */
const moved: Fixer<'schema/misplaced-field'> = ({ tree }, { span, args }) => {
  const home = { inside: String(args.inside ?? ''), name: String(args.as) };
  const changes = moveField(tree, span, home);
  return changes ? [{ id: 'move-field', args: { name: home.name, place: args.place }, changes }] : [];
};

/** The names most similar to an unknown one. Each changes the meaning of the net, so its author chooses. */
const mostLikely: Fixer = (analysis, problem) =>
  namesLike(analysis, problem).map((name): Fix => ({ ...replacement(analysis, problem.span, name), guess: 'value' }));

/**
 * The nearest name. Without one, a field that the specified Caffe lacks can only be removed; if the Caffe was detected, the field
 * may belong to another one.
 */
const likeKnown: Fixer = (analysis, problem) => {
  if (problem.suggestion !== undefined) return suggested(analysis, problem);
  const { dialect, message, text } = analysis;
  const name = text.slice(problem.span.start, problem.span.end);
  // A field that another message has is in the wrong place: rather, a bracket is missing.
  const isElsewhere = [...dialect.schema.messages.values()].some(({ fields }) => fields.has(name));
  const isValue = fieldAt(analysis.tree, problem.span)?.value?.kind === 'scalar';
  return dialect.others || !message || isElsewhere || !isValue
    ? []
    : bestOf(analysis, problem, removeIt(analysis, problem));
};

export const schemaFixes: Fixes<keyof typeof schemaProblems> = {
  'schema/unknown-field': likeKnown,
  'schema/fork-field': useOwner,
  'schema/fork-enum-value': useOwner,
  'schema/misplaced-field': moved,
  'schema/other-caffe': useOwner,
  'schema/unlikely-value': 'author',
  'schema/unknown-name': soundly(mostLikely),
  'schema/unknown-names': 'elsewhere',
  'schema/unknown-name-here': soundly(mostLikely),
  'schema/placeholder': 'none',
  'schema/broken-proto': 'elsewhere',
  'schema/unread-field': 'elsewhere',
  'schema/unknown-extension': 'author',
  'schema/expected-type': readAs,
  'schema/out-of-range': 'author',
  'schema/unknown-enum-value': suggested,
  'schema/set-twice': once,
  'schema/not-repeated': unlist,
  'schema/missing-required': 'author',
};
