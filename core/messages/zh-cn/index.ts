/**
 * Every sentence that a person reads, in Simplified Chinese. Caffe's own words are kept beside them where people search
 * logs for them.
 */
import type { Code } from '../../problems';
import type { Language } from '../language';
import { check } from './check';
import { comment } from './comment';
import { cliSentences } from './cli';
import { completionWords } from './completion';
import { costSentences } from './costs';
import { data } from './data';
import { docs } from './docs';
import { file } from './file';
import { filler } from './filler';
import { fixTitles } from './fixes';
import { fork } from './fork';
import { hints } from './hints';
import { hover } from './hover';
import { layer } from './layer';
import { journal } from './journal';
import { lensTitles } from './lenses';
import { log } from './log';
import { net } from './net';
import { loweringSentences } from './lowering';
import { onnx } from './onnx';
import { pairingSentences } from './pairing';
import { outline } from './outline';
import { phrases } from './phrases';
import { portability } from './portability';
import { reasons } from './reasons';
import { related } from './related';
import { rename } from './rename';
import { rewriting } from './rewriting';
import { run } from './run';
import { schema } from './schema';
import { signal } from './signal';
import { runningSentences } from './running';
import { signalSentences } from './signals';
import { solver } from './solver';
import { syntax } from './syntax';
import { usage } from './usage';
import { target } from './target';
import { weights } from './weights';

const problems: Record<Code, string> = {
  ...check,
  ...comment,
  ...data,
  ...file,
  ...filler,
  ...fork,
  ...layer,
  ...net,
  ...onnx,
  ...run,
  ...schema,
  ...signal,
  ...solver,
  ...syntax,
  ...target,
  ...weights,
};

export const simplifiedChinese: Language = {
  id: 'zh-cn',
  problems,
  suggested: '{sentence}是不是 {suggestion}？',
  inStates: '{sentence}（{states}）',
  caffeSays: '{sentence}Caffe：“{words}”',
  related,
  phrases,
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
  portability,
  reasons,
  outline,
  rename,
  rewriting,
  running: runningSentences,
  log,
  cli: cliSentences,
  usage,
  docs,
};
