/** The path of a Chromium; installs one if possible, else throws with what to install. */
export function chromium(): string;
