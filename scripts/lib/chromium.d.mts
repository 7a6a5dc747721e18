/** The path of a Chromium; installs one where the system allows, else throws with what to install. */
export function chromium(): string;
