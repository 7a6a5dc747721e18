/** Closes a hover whose answer arrives after the pointer has left the text: CodeMirror shows it nevertheless, over the panels. */
import { closeHoverTooltips, EditorView, hasHoverTooltips } from '@codemirror/view';

export const closeLateHover = EditorView.updateListener.of(({ view, state, startState }) => {
  if (!hasHoverTooltips(state) || hasHoverTooltips(startState) || view.dom.matches(':hover')) return;
  // A view can't be changed during its own update.
  queueMicrotask(() => view.dispatch({ effects: closeHoverTooltips }));
});
