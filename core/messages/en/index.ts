/**
 * Every sentence a person reads, in English. `{name}` is filled in. What is said of a problem stands with its
 * code in `core/problems`. The other tables are by what they are for; another language has the same.
 */
import { allCodes, englishPhrases, englishRelated, kindOf, type Code } from '../../problems';
import { cliSentences } from './cli';
import { completionWords } from './completion';
import { costSentences } from './costs';
import { fixTitles } from './fixes';
import { hints } from './hints';
import { hover } from './hover';
import { lensTitles } from './lenses';
import { log } from './log';
import { loweringSentences } from './lowering';
import { pairingSentences } from './pairing';
import { outline } from './outline';
import { reasons } from './reasons';
import { rename } from './rename';
import { rewriting } from './rewriting';
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
  lenses: lensTitles,
  hints,
  costs: costSentences,
  signals: signalSentences,
  hover,
  completion: completionWords,
  lowering: loweringSentences,
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
