// Replaces VS Code's native logger, which would have to be compiled: appends to the same files, so that output channels work.
// Has the names that VS Code calls.
'use strict';
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'off'];

function logger(file) {
  let least = levels.indexOf('info');
  let decorate = (level, text) => `${new Date().toISOString().replace('T', ' ').replace('Z', '')} [${level}] ${text}\n`;
  const write = (rank, text) => {
    if (rank < least) return;
    try {
      appendFileSync(file, decorate(levels[rank], text));
    } catch {
      // The folder may be deleted while the editor exits; losing a line is acceptable.
    }
  };
  const writers = Object.fromEntries(levels.slice(0, -1).map((level, rank) => [level, (text) => write(rank, text)]));
  return {
    ...writers,
    getLevel: () => least,
    setLevel: (level) => {
      least = level;
    },
    setPattern: () => undefined,
    clearFormatters: () => {
      decorate = (_level, text) => text;
    },
    flush: () => undefined,
    drop: () => undefined,
  };
}

async function createLogger(_name, file) {
  mkdirSync(dirname(file), { recursive: true });
  return logger(file);
}

// Listed individually: VS Code imports them by name, and Node detects the exports of a CommonJS file only in this form.
exports.version = 0;
exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
exports.Logger = function Logger(_kind, _name, file) {
  return logger(file);
};
