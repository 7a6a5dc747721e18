import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { choosingBeside, toldBy } from '#core/dialects/choose-beside';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { dialectOf } from '#core/dialects/index';
import { isError } from '#core/problems/index';
import type { Dialect } from '#core/dialects/dialect';

const dialects = (...ids: readonly string[]): readonly Dialect[] => ids.flatMap((id) => dialectOf(id) ?? []);
const chosen = (text: string, ...nets: readonly string[]): string =>
  analyze(text, { dialect: choosingBeside(dialects(...nets), chooseDialect) }).dialect.id;

const solver = 'net: "n.prototxt" base_lr: 0.1 lr_policy: "fixed"';

test('a solver is read with the Caffe that its nets are for', () => {
  expect(chosen(solver, 'tsn')).toBe('tsn');
  expect(chosen(solver)).toBe('bvlc');
});

test('what one of several Caffes of its nets accepts is no error', () => {
  const wrong = 'net: "n.prototxt" base_lr: 0.1 lr_policy: "plateau" gamma: 0.1';
  const errors = (...nets: readonly string[]): number =>
    analyze(wrong, { dialect: choosingBeside(dialects(...nets), chooseDialect) }).problems.filter(isError).length;
  expect(errors('tsn')).toBe(1);
  expect(errors('tsn', 'ssd')).toBe(0);
});

test('names that the Caffe of its nets lacks, and comments, take precedence', () => {
  expect(chosen(`${solver} plateau_winsize: 3`, 'tsn')).toBe('ssd');
  expect(chosen(`# prototxt: schema=ssd\n${solver}`, 'tsn')).toBe('ssd');
});

test('a net is read with the Caffe of its own names', () => {
  expect(chosen('layer { name: "r" type: "Input" top: "a" }', 'tsn')).toBe('bvlc');
});

test('nets with the names of BVLC Caffe alone tell nothing', () => {
  const [tsn, ssd] = dialects('tsn', 'ssd') as [Dialect, Dialect];
  const told = { reason: { kind: 'names', names: [] } } as const;
  const plain = { dialect: ssd, reason: { kind: 'plain' } } as const;
  expect(toldBy([plain, { ...told, dialect: tsn }, { ...told, dialect: tsn }])).toEqual([tsn]);
  expect(toldBy([{ ...told, dialect: tsn, rivals: [ssd] }])).toEqual([tsn, ssd]);
});
