/** What the browser keeps: choices of the person for all visits, and the text for this tab. A browser may forbid both. */

type Choice = 'language' | 'theme' | 'split';
type Kept = 'name' | 'text' | `page.${string}`;

const prefix = 'prototxt-lens.';

export function choiceOf(key: Choice): string | undefined {
  return attempt(() => localStorage.getItem(prefix + key)) ?? undefined;
}

export function keepChoice(key: Choice, value: string | undefined): void {
  attempt(() =>
    value === undefined ? localStorage.removeItem(prefix + key) : localStorage.setItem(prefix + key, value),
  );
}

/** Of this tab: reloading keeps it, another tab does not have it. */
export function keptInTab(key: Kept): string | undefined {
  return attempt(() => sessionStorage.getItem(prefix + key)) ?? undefined;
}

export function keepInTab(key: Kept, value: string): void {
  attempt(() => sessionStorage.setItem(prefix + key, value));
}

/** Storage is blocked or full: then nothing is kept. */
function attempt<Result>(use: () => Result): Result | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
