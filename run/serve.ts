/** The worker's side: executes one run and reports its events. */
import { fastEngine } from '#core/random/wasm-engine';
import { failureOf } from './failure';
import type { RunReply, RunRequest } from './messages';
import { runNet, type RunModel } from './run';

/** The runtime may still be loading: weights are drawn meanwhile. */
export async function serve(
  { plan, given }: RunRequest,
  runtime: Promise<RunModel>,
  reply: (message: RunReply) => void,
): Promise<void> {
  try {
    const runModel: RunModel = async (...model) => (await runtime)(...model);
    for await (const event of runNet(plan, fastEngine(), runModel, given)) reply(event);
  } catch (error) {
    reply(failureOf(error));
  }
}
