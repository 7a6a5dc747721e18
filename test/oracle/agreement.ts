/** `node scripts/agreement.mjs`: how far the engine agrees with Caffe's recorded answers, and where it differs. */
import { parseArgs } from 'node:util';
import { sharedIsAbsent } from '../support/shared';
import { casesOf, sets, type Case } from './cases';
import { judge } from './judge';
import { quiet } from './quiet';
import { knownShapesReport } from './known-shapes';
import { full, list, quietReport, report, type Judged } from './report';
import { runAgreement } from './run-agreement';
import { signalAgreement } from './signal-agreement';

const help = `node scripts/agreement.mjs [SET…] [options]      sets: ${sets.join(' ')}; all of them if none is named
  --case SET:ID        one case in full (a corpus ID is "FILE PHASE")
  --refused            only the cases that Caffe refuses
  --accepted           only those that it accepts
  --type TYPE          only one-layer nets of that layer type
  --at FILE:LINE       only cases refused at that line of Caffe
  --list               each disagreement on a line
  --all                the groups that agree as well

node scripts/agreement.mjs signal [--list FILE]      the forecast of the signal, against signal.jsonl
node scripts/agreement.mjs signal --runs GMACS       the forecast beside runs of public nets up to this size
node scripts/agreement.mjs run [--origin O] [--type TYPE] [--case ID] [--list]      nets that run, against run.jsonl
node scripts/agreement.mjs run --share               which layers of public nets have operators
node scripts/agreement.mjs shapes                     which layers of public nets have known top shapes
`;

/** Runs one command line and returns the text to print. */
export async function agreement(argv: readonly string[]): Promise<string> {
  if (argv[0] === 'signal') return signalAgreement(argv.slice(1));
  if (argv[0] === 'run') return runAgreement(argv.slice(1));
  if (argv[0] === 'shapes') return sharedIsAbsent() ? '' : knownShapesReport();
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      case: { type: 'string' },
      refused: { type: 'boolean' },
      accepted: { type: 'boolean' },
      type: { type: 'string' },
      at: { type: 'string' },
      list: { type: 'boolean' },
      all: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return help;
  if (sharedIsAbsent()) return '';
  const start = performance.now();
  const asked = values.case === undefined ? positionals : [values.case.slice(0, values.case.indexOf(':'))];
  const unknown = asked.find((name) => !sets.some((set) => set === name));
  if (unknown !== undefined) return `there is no set ${unknown}\n${help}`;
  const cases = sets.filter((set) => asked.length === 0 || asked.includes(set)).flatMap(casesOf);
  const wanted = (each: Case): boolean =>
    (values.case === undefined || `${each.set}:${each.id}` === values.case) &&
    (values.refused !== true || each.verdict.kind === 'refused') &&
    (values.accepted !== true || each.verdict.kind === 'accepted') &&
    (values.type === undefined || each.type === values.type) &&
    (values.at === undefined || (each.verdict.kind === 'refused' && each.verdict.at === values.at));
  const judged = cases.filter(wanted).map((each): Judged => ({ case: each, judgement: judge(each) }));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (values.case !== undefined) return judged.map(full).join('\n');
  if (values.list === true) return list(judged);
  const said = asked.length === 0 || asked.includes('corpus') ? `\n${quietReport(quiet())}` : '';
  return `${report(judged, values.all === true ? 'everything' : 'differences')}${said}\n${seconds} s\n`;
}
