/**
 * A fixture for every line of Caffe's source at which a real Caffe rejected a recorded case: a small net or solver that aborts
 * there, with the error under its token. `lines.json` lists these lines, so that none is lost if the recorded cases are not
 * available.
 */
import { analyze } from '#core/analysis/analysis';
import { infoOf } from '#core/problems/index';
import { bvlc } from '#core/dialects/bvlc';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawMarks, readFixture } from '../support/marks';

const folder = 'test/fixtures/refused';
const files = readdirSync(folder).filter((name) => name.endsWith('.prototxt'));
const lines = JSON.parse(readFileSync(`${folder}/lines.json`, 'utf8')) as readonly string[];

test.each(files)('%s', (file) => {
  const fixture = readFileSync(`${folder}/${file}`, 'utf8');
  const { text } = readFixture(fixture);
  const errors = analyze(text, { dialect: bvlc }).problems.filter(({ code }) => infoOf(code).severity === 'error');
  expect(errors.length).toBeGreaterThan(0);
  expect(
    drawMarks(
      text,
      errors.map(({ code, span }) => ({ span, label: code })),
    ),
  ).toBe(fixture.trimEnd());
});

test('has a fixture for each line', () => {
  expect(lines.filter((line) => !files.includes(fileOf(line)))).toEqual([]);
});

function fileOf(line: string): string {
  return `${line.replace(/[: ]/g, '-')}.prototxt`;
}
