/** A net that is part of the script: the bundler puts its text there. */
declare module '*.prototxt' {
  const text: string;
  // oxlint-disable-next-line no-restricted-exports -- the bundler's form of a text
  export default text;
}

/** A style sheet: the bundler writes it next to the script. */
declare module '*.css';
