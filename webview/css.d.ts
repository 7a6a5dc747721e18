/** A style sheet that a page imports: the bundler writes it next to the page's script. */
declare module '*.css';
