/** The examples in docs/problems: the first one shows its problem, at the place of the carets, and the second one is right. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { allCodes, infoOf, pageOf, type Code, type Problem, type Severity } from '#core/problems/index';
import { drawMarks, readFixture } from '../support/marks';

const pages = resolve(import.meta.dirname, '../../docs/problems');

interface Example {
  readonly code: Code;
  /** As on the page: with carets below the tokens that the problem marks. */
  readonly wrong: string;
  readonly right: string;
}

const form = /^Example:\n\n```prototxt\n([^]*?)\n```\n\nRight:\n\n```prototxt\n([^]*?)\n```$/m;

const sections = new Map(
  [...new Set(allCodes.map(pageOf))].flatMap((family) =>
    readFileSync(join(pages, `${family}.md`), 'utf8')
      .split(/^## /m)
      .slice(1)
      .map((section): readonly [string, string] => [/^`([^`]+)`/.exec(section)?.[1] ?? '', section]),
  ),
);
const examples = allCodes.flatMap((code): readonly Example[] => {
  const [, wrong, right] = form.exec(sections.get(code) ?? '') ?? [];
  return wrong === undefined || right === undefined ? [] : [{ code, wrong, right }];
});

/** Codes that a short text alone does not show, by the reason. */
const unshown: Readonly<Record<string, readonly Code[]>> = {
  'needs other files': [
    'comment/broken-target',
    'file/not-read',
    'file/unreadable',
    'net/drift',
    'schema/broken-proto',
    'schema/unread-field',
    'solver/net-not-found',
    'weights/blob-count-differs',
    'weights/model-cut-off',
    'weights/model-damaged',
    'weights/model-empty',
    'weights/model-hdf5',
    'weights/model-long-names',
    'weights/model-over-limit',
    'weights/model-pointer',
    'weights/model-too-large-for-host',
    'weights/model-too-many-fields',
    'weights/model-unreadable',
    'weights/not-a-model',
    'weights/shape-differs',
    'weights/too-many-axes',
    'weights/value-count-differs',
  ],
  'needs a proto of its own': ['net/unlisted-layer-type'],
  'is an answer to a command, not a problem of the text': [
    'onnx/no-output',
    'onnx/no-such-blob',
    'onnx/too-large',
    'onnx/unknown-weights',
    'weights/file-exists',
    'weights/model-too-large',
    'weights/no-blobs',
    'weights/no-blobs-in-file',
    'weights/no-such-blob',
    'weights/no-such-layer',
    'weights/not-written',
    'weights/old-format',
    'weights/one-blob',
    'weights/net-rejected',
    'weights/too-large-for-host',
    'weights/unknown-values',
  ],
  'is what a run measured': allCodes.filter((code) => code.startsWith('run/')),
  'depends on the state that is shown, and only the editor fades such layers': ['net/out-of-state'],
  'needs a long text': ['file/too-large', 'signal/vanishing-xavier', 'syntax/too-deep', 'syntax/too-many-problems'],
  'is about a character that cannot be seen': ['syntax/byte-order-mark', 'syntax/control-character'],
};

/** As in an editor without settings: the Caffe is the one that the text names, or that it is detected from. */
function problemsOf(text: string): readonly Problem[] {
  return analyze(text, { dialect: chooseDialect, depth: 'all' }).problems;
}

function severityOf({ code }: Problem): Severity {
  return infoOf(code).severity;
}

function codesOf(problems: readonly Problem[]): readonly Code[] {
  return [...new Set(problems.map(({ code }) => code))];
}

describe.each(examples)('$code', ({ code, wrong, right }) => {
  test('is shown at the carets, without other errors', () => {
    const { text } = readFixture(wrong);
    const problems = problemsOf(text);
    const marks = problems.filter((problem) => problem.code === code).map(({ span }) => ({ span, label: '' }));
    expect(drawMarks(text, marks).replace(/ +$/gm, '')).toBe(wrong);
    expect(marks).not.toEqual([]);
    const others = problems.filter((problem) => problem.code !== code && severityOf(problem) === 'error');
    expect(codesOf(others)).toEqual([]);
  });

  test('is not in the right text, and neither is another error or warning', () => {
    const rest = problemsOf(right).filter(
      (problem) => problem.code === code || ['error', 'warning'].includes(severityOf(problem)),
    );
    expect(codesOf(rest)).toEqual([]);
  });
});

test('has an example for every problem that a short text shows', () => {
  const shown = new Set(examples.map(({ code }) => code));
  expect(allCodes.filter((code) => !shown.has(code)).sort()).toEqual(Object.values(unshown).flat().sort());
});

test('explains every problem', () => {
  const unexplained = allCodes.filter((code) => {
    const explanation = sections.get(code)?.split('<!-- end -->')[1] ?? '';
    return /^\s*(?:Example:|$)/.test(explanation.replace(/<!--[^]*$/, ''));
  });
  expect(unexplained).toEqual([]);
});

test('shows examples in lines that fit beside a net', () => {
  const lines = examples.flatMap(({ wrong, right }) => [...wrong.split('\n'), ...right.split('\n')]);
  expect(lines.filter((line) => line.length > 88)).toEqual([]);
  expect(examples.filter(({ wrong, right }) => Math.max(countOf(wrong), countOf(right)) > 13)).toEqual([]);
});

function countOf(text: string): number {
  return text.split('\n').length;
}
