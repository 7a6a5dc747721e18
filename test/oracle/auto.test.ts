/** Public files under `auto`: no errors if some Caffe accepts the file, and an error or information at an injected fault. */
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { infoOf } from '#core/problems/index';
import { parse } from '#core/text/parser';
import type { MessageNode } from '#core/text/tree';
import { isWhole } from '../support/corpus';
import { readShared, readSharedLines, sharedIsAbsent } from '../support/shared';

interface Line {
  readonly file: string;
  readonly accepted_by: { readonly net: readonly string[]; readonly solver: readonly string[] };
}

function files(): readonly { readonly file: string; readonly text: string }[] {
  return (readSharedLines('corpus/expected.jsonl') as Line[])
    .map(({ file, accepted_by: by }) => ({
      file,
      text: readShared(`corpus/files/${file}`),
      accepted: by.net.length + by.solver.length > 0,
    }))
    .filter(({ text, accepted }) => accepted || text.includes('ceil_mode'));
}

const auto = (text: string): Analysis => analyze(text, { dialect: chooseDialect });

describe.skipIf(sharedIsAbsent())('public files under auto', () => {
  test('gets no error for a file that some Caffe accepts', () => {
    const red = files().flatMap(({ file, text }) => {
      const { problems, dialect } = auto(text);
      return problems
        .filter(({ code }) => infoOf(code).severity === 'error')
        .map(({ code }) => `${file} (${dialect.id}): ${code}`);
    });
    expect(red).toEqual([]);
  });

  test('gets a problem at a misspelt name or type, or a missing brace, in 99 of 100 cases', () => {
    const random = generator();
    let reported = 0;
    let tried = 0;
    for (const { text } of files().filter((_, i) => isWhole || i % 8 === 0)) {
      const { tree } = parse(text);
      for (const fault of faultsIn(tree.root, text, random)) {
        tried++;
        const { problems } = auto(fault.text);
        // A name unlike all others of its message is a warning.
        const shown = problems.filter(({ code }) => infoOf(code).severity !== 'hint');
        if (
          fault.kind === 'brace'
            ? shown.length > 0
            : shown.some(({ span }) => span.start <= fault.end && fault.start <= span.end)
        )
          reported++;
      }
    }
    console.info(`${reported} of ${tried} faults are reported`);
    expect(reported / tried).toBeGreaterThan(0.99);
  });
});

interface Fault {
  readonly kind: 'word' | 'brace';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One misspelt field name, one misspelt layer type and one missing brace. */
function faultsIn(root: MessageNode, text: string, random: (below: number) => number): readonly Fault[] {
  const names: (readonly [number, number])[] = [];
  const types: (readonly [number, number])[] = [];
  const braces: number[] = [];
  const walk = (message: MessageNode, around: string): void => {
    for (const { name, start, nameEnd, value } of message.fields) {
      names.push([start, nameEnd]);
      if (name === 'type' && around === 'layer' && value?.kind === 'scalar')
        types.push([value.start + 1, value.end - 1]);
      if (value?.kind !== 'message') continue;
      braces.push(value.start, ...(value.closed ? [value.end - 1] : []));
      walk(value, name);
    }
  };
  walk(root, '');
  const words = [names, types].flatMap((places) => {
    const [start, end] = places[random(places.length || 1)] ?? [0, 0];
    if (end - start < 2) return [];
    const at = start + random(end - start);
    return [{ kind: 'word' as const, text: `${text.slice(0, at)}z${text.slice(at + 1)}`, start, end }];
  });
  const brace = braces[random(braces.length || 1)];
  return brace === undefined
    ? words
    : [...words, { kind: 'brace', text: text.slice(0, brace) + text.slice(brace + 1), start: brace, end: brace }];
}

/** A generator of integers, the same in each run. */
function generator(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}
