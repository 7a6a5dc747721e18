// An extension for VS Code for the web that provides the files listed by the server as a folder in memory. See web-editor.mjs.
const vscode = require('vscode');

const folder = '/nets';

exports.activate = async (context) => {
  const answer = await fetch(vscode.Uri.joinPath(context.extensionUri, 'files.json').toString(true));
  const encoder = new TextEncoder();
  const files = new Map(
    Object.entries(await answer.json()).map(([name, text]) => [
      `${folder}/${name}`,
      { bytes: encoder.encode(text), time: Date.now() },
    ]),
  );
  const changes = new vscode.EventEmitter();
  const find = (uri) => {
    const file = files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  };
  const refuse = () => {
    throw vscode.FileSystemError.NoPermissions();
  };
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('nets', {
      onDidChangeFile: changes.event,
      watch: () => new vscode.Disposable(() => {}),
      stat: (uri) => {
        if (uri.path === folder) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
        const { bytes, time } = find(uri);
        return { type: vscode.FileType.File, ctime: time, mtime: time, size: bytes.length };
      },
      readDirectory: () => [...files.keys()].map((path) => [path.slice(folder.length + 1), vscode.FileType.File]),
      readFile: (uri) => find(uri).bytes,
      writeFile: (uri, bytes) => {
        const type = files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
        files.set(uri.path, { bytes, time: Date.now() });
        changes.fire([{ type, uri }]);
      },
      createDirectory: refuse,
      delete: refuse,
      rename: refuse,
    }),
  );
};
