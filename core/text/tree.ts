/**
 * The tree of a text in protobuf's text format, independent of field names and Caffe. Positions are UTF-16 offsets. The
 * text itself is kept, so a node's exact spelling is `text.slice(start, end)`, and nothing between nodes is lost.
 */
import type { Span } from '../problems';

export interface Tree {
  readonly text: string;
  readonly root: MessageNode;
  /** `#` comments in order; `end` is before the line break. */
  readonly comments: readonly Span[];
}

/** `{ … }`, `< … >`, or the whole document (then `start` is 0 and `end` the text's length). */
export interface MessageNode {
  readonly kind: 'message';
  /** Offset of the opening bracket. */
  readonly start: number;
  /** Offset after the closing bracket; if there is none, of the token at which the message was abandoned. */
  readonly end: number;
  readonly closed: boolean;
  readonly fields: readonly FieldNode[];
}

/** `name: value`, `name { … }`, `name: [ … ]`. A bracketed name (extension or Any) includes its brackets. */
export interface FieldNode {
  readonly kind: 'field';
  readonly name: string;
  readonly start: number;
  readonly nameEnd: number;
  /** Offset of the colon, or -1. */
  readonly colon: number;
  /** Absent after a syntax error. */
  readonly value: ValueNode | undefined;
  /** After the value; a following `,` or `;` is not part of the field. */
  readonly end: number;
}

export type ValueNode = ScalarNode | MessageNode | ListNode;

export type ScalarToken = 'integer' | 'float' | 'string' | 'identifier';

/** A number or identifier with its optional `-`, or one or more adjacent strings. */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly token: ScalarToken;
  /** Offset of the minus sign if there is one. */
  readonly start: number;
  readonly end: number;
}

export interface ListNode {
  readonly kind: 'list';
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
  readonly items: readonly (ScalarNode | MessageNode)[];
}
