/**
 * Compares with protoc on 4,000 damaged texts: the same verdict, the first error on the same line, the same values. Some errors
 * protoc only reports after reading the offending token, at the next one; the engine reports them at the token itself.
 */
import { infoOf, type Code, type Problem } from '#core/problems/index';
import { bind } from '#core/schema/bind';
import { bvlcSchema } from '#core/schema/compiled';
import type { Message } from '#core/schema/message';
import type { MessageType, Scalar } from '#core/schema/types';
import { parse } from '#core/text/parser';
import { describe, expect, it } from 'vitest';
import { readSharedLines, sharedIsAbsent } from '../support/shared';

interface Case {
  readonly id: number;
  readonly text: string;
  readonly ok: boolean;
  readonly messages: readonly { readonly line: number; readonly column: number; readonly text: string }[];
  readonly canonical?: string;
}

const netParameter = typeNamed('NetParameter');
const reportedBehind: ReadonlySet<Code> = new Set<Code>([
  'schema/unknown-field',
  'schema/unknown-extension',
  'schema/unknown-enum-value',
]);

describe.skipIf(sharedIsAbsent())('the text format compared with protoc', () => {
  const cases = sharedIsAbsent() ? [] : (readSharedLines('oracle/text.jsonl') as readonly Case[]);

  it('has the same verdict', () => {
    const differ = cases.filter(({ text, ok }) => (errorsOf(text).length === 0) !== ok);
    expect(differ.map(summary)).toEqual([]);
  });

  it('has the first error on the same line', () => {
    const differ = cases.filter(({ text, ok, messages }) => {
      const [first] = errorsOf(text);
      if (ok || !first) return false;
      const at = isReportedBehind(first) ? startOfNext(text, first.span.end) : first.span.start;
      return lineOf(text, at) !== messages[0]?.line;
    });
    expect(differ.map((each) => `${summary(each)} ours ${JSON.stringify(errorsOf(each.text)[0])}`)).toEqual([]);
  });

  it('reads the same values', () => {
    const accepted = cases.filter(({ ok }) => ok);
    const differ = accepted.filter(
      ({ text, canonical = '' }) => JSON.stringify(valuesOf(text)) !== JSON.stringify(valuesOf(canonical)),
    );
    expect(differ.map(summary)).toEqual([]);
  });
});

function summary({ id, messages }: Case): string {
  return `${id}: ${messages.map(({ line, column, text }) => `${line}:${column} ${text}`).join(' | ') || 'accepted'}`;
}

function errorsOf(text: string): readonly Problem[] {
  const { tree, problems } = parse(text);
  const bound = bind(tree, netParameter, { dialect: 'Caffe', syntaxProblems: problems });
  return [...problems, ...bound.problems]
    .filter(({ code }) => infoOf(code).severity === 'error')
    .sort((a, b) => a.span.start - b.span.start);
}

function isReportedBehind({ code, args }: Problem): boolean {
  return (
    reportedBehind.has(code) ||
    (code === 'schema/expected-type' && JSON.stringify(args['expected']) === '{"phrase":"true-or-false"}')
  );
}

/** The first token at or after an offset. */
function startOfNext(text: string, offset: number): number {
  return offset + (/^(?:\s|#[^\n]*)*/.exec(text.slice(offset))?.[0].length ?? 0);
}

function typeNamed(name: string): MessageType {
  const type = bvlcSchema.messages.get(name);
  if (!type) throw new Error(`no ${name}`);
  return type;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

type Plain = Scalar | PlainMessage;

interface PlainMessage {
  // oxlint-disable-next-line typescript/consistent-indexed-object-style -- a type that refers to itself can't be a Record
  readonly [name: string]: readonly (Plain | undefined)[];
}

function valuesOf(text: string): Plain {
  const { tree, problems } = parse(text);
  return plain(bind(tree, netParameter, { dialect: 'Caffe', syntaxProblems: problems }).message);
}

/** Values by field in alphabetical order, since the order of fields has no meaning. */
function plain(message: Message): Plain {
  const fields = new Map<string, (Plain | undefined)[]>();
  for (const { field, value } of message.entries) {
    const values = fields.get(field.name) ?? [];
    values.push(
      typeof value === 'object'
        ? plain(value)
        : typeof value === 'number' && !Number.isFinite(value)
          ? String(value)
          : value,
    );
    fields.set(field.name, values);
  }
  return Object.fromEntries([...fields].sort(([a], [b]) => (a < b ? -1 : 1)));
}
