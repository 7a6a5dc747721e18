/**
 * Every sentence a person reads, in English. `{name}` is filled in. What is said of a problem is by its code: what Caffe
 * does, then what to do about it. The other tables are by what they are for; another language has the same.
 */
import type { Code } from '../../codes';
import { check } from './check';
import { comment } from './comment';
import { cliSentences } from './cli';
import { completionWords } from './completion';
import { costSentences } from './costs';
import { data } from './data';
import { file } from './file';
import { filler } from './filler';
import { fixTitles } from './fixes';
import { hints } from './hints';
import { hover } from './hover';
import { fork } from './fork';
import { layer } from './layer';
import { lensTitles } from './lenses';
import { log } from './log';
import { net } from './net';
import { pairingSentences } from './pairing';
import { outline } from './outline';
import { phrases } from './phrases';
import { reasons } from './reasons';
import { related } from './related';
import { rename } from './rename';
import { rewriting } from './rewriting';
import { schema } from './schema';
import { signal } from './signal';
import { signalSentences } from './signals';
import { solver } from './solver';
import { syntax } from './syntax';
import { usage } from './usage';
import { weights } from './weights';

export const en: Record<Code, string> = {
  ...check,
  ...comment,
  ...data,
  ...file,
  ...filler,
  ...fork,
  ...layer,
  ...net,
  ...schema,
  ...signal,
  ...solver,
  ...syntax,
  ...weights,
};

export const english = {
  /** As in `LANG` and LSP's `locale`. */
  id: 'en',
  problems: en,
  suggested: '{sentence} Did you mean {suggestion}?',
  inStates: '{sentence} ({states})',
  related,
  phrases,
  fixes: fixTitles,
  lenses: lensTitles,
  hints,
  costs: costSentences,
  signals: signalSentences,
  hover,
  completion: completionWords,
  pairing: pairingSentences,
  reasons,
  outline,
  rename,
  rewriting,
  log,
  cli: cliSentences,
  usage,
  /** What schema and rules say of fields and types, where another language has it: see `docOf`. In English they speak for themselves. */
  docs: (own: string): string | undefined => own,
};
