/**
 * Conditions that SSD checks when it first draws from a sampler (sampler.cpp, SampleBBox), in the first batch: hence
 * warnings. A sampler that is never drawn from is not checked (GenerateSamples, GenerateBatchSamples).
 */
import type { SetUpInput } from '../../net/rules';
import { formatNumber, shortestFloat32 } from '../../numbers';
import type { Problem } from '../../problems';
import { bool, entryOf, has, nameSpan, num, sub, subOrEmpty, subs, type Message } from '../../schema/message';

export function samplerProblems({ layer }: SetUpInput): readonly Problem[] {
  return subs(subOrEmpty(layer.message, 'annotated_data_param'), 'batch_sampler').flatMap((batch) => {
    const sampler = sub(batch, 'sampler');
    if (!sampler || !draws(batch)) return [];
    return [
      ...inOrder(sampler, 'min_scale', 'max_scale'),
      ...above(sampler, 'min_scale'),
      ...atMostOne(sampler, 'max_scale'),
      ...inOrder(sampler, 'min_aspect_ratio', 'max_aspect_ratio'),
      ...above(sampler, 'min_aspect_ratio'),
    ];
  });
}

function draws(batch: Message): boolean {
  const wanted = !has(batch, 'max_sample') || num(batch, 'max_sample') > 0;
  return bool(batch, 'use_original_image') && num(batch, 'max_trials') > 0 && wanted;
}

function inOrder(sampler: Message, low: string, high: string): readonly Problem[] {
  const [least, most] = [num(sampler, low), num(sampler, high)];
  if (most >= least) return [];
  // At the field that is written, where the other has its default.
  return has(sampler, high) ? [problem(sampler, high, '≥', least)] : [problem(sampler, low, '≤', most)];
}

function above(sampler: Message, name: string): readonly Problem[] {
  return num(sampler, name) > 0 ? [] : [problem(sampler, name, '>', 0)];
}

function atMostOne(sampler: Message, name: string): readonly Problem[] {
  return num(sampler, name) <= 1 ? [] : [problem(sampler, name, '≤', 1)];
}

function problem(sampler: Message, name: string, relation: string, bound: number): Problem {
  const entry = entryOf(sampler, name);
  const args = {
    name,
    relation,
    bound: formatNumber(shortestFloat32(bound)),
    found: formatNumber(shortestFloat32(num(sampler, name))),
  };
  return { code: 'fork/sampler-bound', span: entry ? nameSpan(entry.node) : sampler.span, args };
}
