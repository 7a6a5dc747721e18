/** The pages of the panels. A page is a folder of `webview` with a `main.ts`, and one line here declares it to both sides. */
import type { FromNetPage, NetPageState, ToNetPage } from './net';
import type { FromModelPage, ModelPageState, ToModelPage } from './model';
import type { FromAnyPage, PageState, ToAnyPage } from './page';
import type { FromRunPage, RunPageState, ToRunPage } from './run';
import type { FromSignalPage, SignalPageState, ToSignalPage } from './signal';
import type { FromWeightsPage, ToWeightsPage, WeightsPageState } from './weights';

/** By the name of the folder. */
export interface Pages {
  readonly model: Page<ToModelPage, FromModelPage, ModelPageState>;
  readonly net: Page<ToNetPage, FromNetPage, NetPageState>;
  readonly run: Page<ToRunPage, FromRunPage, RunPageState>;
  readonly signal: Page<ToSignalPage, FromSignalPage, SignalPageState>;
  readonly weights: Page<ToWeightsPage, FromWeightsPage, WeightsPageState>;
}

export type PageName = keyof Pages;

/** `State` is what a page saves when it is hidden or the window is reloaded. */
interface Page<To, From, State extends PageState> {
  readonly to: To | ToAnyPage;
  readonly from: From | FromAnyPage;
  readonly state: State;
}
