/** The world as the server sees it: what differs between Node, a web worker and a test. */
export interface Runtime {
  readonly files: Files;
  readonly log: Log;
  readonly timer: Timer;
}

/** Files and folders by URI. Every promise is rejected where there is no such file, or it can't be reached. */
export interface Files {
  readonly read: (uri: string) => Promise<Uint8Array>;
  /** The bytes in [start, end), fewer where the file ends before. */
  readonly readRange: (uri: string, start: number, end: number) => Promise<Uint8Array>;
  readonly stat: (uri: string) => Promise<FileStat>;
  /** The names in a folder, in no order. */
  readonly list: (uri: string) => Promise<readonly string[]>;
  readonly write: (uri: string, bytes: Uint8Array) => Promise<void>;
}

export interface FileStat {
  /** In bytes. */
  readonly size: number;
  readonly kind: 'file' | 'folder' | 'other';
}

export interface Log {
  readonly error: (message: string) => void;
}

export interface Timer {
  /** Runs once after so many milliseconds, unless it is cancelled by calling the result. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}
