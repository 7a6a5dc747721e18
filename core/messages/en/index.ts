/**
 * Every sentence that a person reads, in English. `{name}` is filled in. The sentences of problems are with their codes
 * in `core/problems`. There is one table per use; other languages have the same tables.
 */
import { allCodes, englishPhrases, englishRelated, kindOf, type Code } from '../../problems';
import { cliSentences } from './cli';
import { completionWords } from './completion';
import { costSentences } from './costs';
import { fixTitles } from './fixes';
import { hints } from './hints';
import { hover } from './hover';
import { journal } from './journal';
import { lensTitles } from './lenses';
import { log } from './log';
import { loweringSentences } from './lowering';
import { pairingSentences } from './pairing';
import { outline } from './outline';
import { portabilityWords } from './portability';
import { reasons } from './reasons';
import { rename } from './rename';
import { rewriting } from './rewriting';
import { runningSentences } from './running';
import { signalSentences } from './signals';
import { usage } from './usage';

/** What is wrong, then what to do. */
const problems = Object.fromEntries(
  allCodes.map((code) => {
    const { says, help } = kindOf(code);
    return [code, help === undefined ? says : `${says} ${help}`];
  }),
) as Readonly<Record<Code, string>>;

export const english = {
  /** As in `LANG` and LSP's `locale`. */
  id: 'en',
  problems,
  suggested: '{sentence} Did you mean {suggestion}?',
  inStates: '{sentence} ({states})',
  caffeSays: '{sentence} Caffe: “{words}”',
  related: englishRelated,
  phrases: englishPhrases,
  fixes: fixTitles,
  journal,
  lenses: lensTitles,
  hints,
  costs: costSentences,
  signals: signalSentences,
  hover,
  completion: completionWords,
  lowering: loweringSentences,
  pairing: pairingSentences,
  portability: portabilityWords,
  reasons,
  outline,
  rename,
  rewriting,
  running: runningSentences,
  log,
  cli: cliSentences,
  usage,
  /** Translates the documentation of fields and types in schema and rules; see `docOf`. English uses it as it is. */
  docs: (own: string): string | undefined => own,
};
