/** Solvers in marked fixtures: a comment below a line shows the code of the problem at the marked token. */
import { bind } from '#core/schema/bind';
import { bvlc } from '#core/dialects/bvlc';
import type { Dialect } from '#core/dialects/dialect';
import type { Message } from '#core/schema/message';
import { solverProblems } from '#core/solver/solver';
import { parse } from '#core/text/parser';
import { expect } from 'vitest';

/** A syntactically valid SolverParameter. */
export function solverOf(text: string, { schema, label }: Dialect = bvlc): Message {
  const { tree, problems: syntaxProblems } = parse(text);
  const type = schema.messages.get('SolverParameter');
  if (!type) throw new Error('no SolverParameter');
  const { message, problems } = bind(tree, type, { dialect: label, syntaxProblems });
  expect([...syntaxProblems, ...problems]).toEqual([]);
  return message;
}

/** Passes if the marks are exactly the problems of the solver, except fields without effect. */
export function check(fixture: string, dialect = bvlc): void {
  const lines = fixture
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const text = lines.filter((line) => !/^#\s*\^/.test(line)).join('\n');
  const problems = solverProblems(solverOf(text, dialect), dialect).filter(({ code }) => code !== 'solver/dead-field');
  let offset = 0;
  const drawn = text.split('\n').flatMap((line) => {
    const start = offset;
    const end = (offset += line.length + 1);
    const here = problems.filter(({ span }) => span.start >= start && span.start < end);
    return [line, ...here.map(({ span, code }) => `# ${text.slice(span.start, span.end)}: ${code}`)];
  });
  expect(drawn).toEqual(lines.map((line) => line.replace(/^#\s*\^\s*/, '# ')));
}
