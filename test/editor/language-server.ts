import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const script = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');

/** Where in a file, from 0, as editors count. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** What an editor proposes at a place. */
export interface Proposal {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** The language server that VS Code and others run, over its own protocol. */
export interface LanguageServer {
  /** Opens a file, or changes it where a text is given, and gives what is said to be wrong: `line: message`. */
  readonly problemsOf: (path: string, text?: string) => Promise<string[]>;
  /** What is proposed at a place of a file that is open. */
  readonly proposalsAt: (path: string, position: Position) => Promise<Proposal[]>;
  /** What is said of the place of a file that is open. */
  readonly hoverAt: (path: string, position: Position) => Promise<string>;
  readonly stop: () => void;
}

/** Starts yaml-language-server in a folder, as an editor would, with the catalogue of schemas of the web switched off. */
export async function startLanguageServer(folder: string): Promise<LanguageServer> {
  const server = spawn(process.execPath, [script, '--stdio'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const connection = connect(server);
  const settings = {
    yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } },
  };
  const asked = new Promise<void>((resolve) => {
    connection.answer = ({ method, params }) => {
      if (method !== 'workspace/configuration') return null;
      resolve();
      const { items } = params as { items: readonly { section?: string }[] };
      return items.map(({ section }) => (section === 'yaml' ? settings.yaml : {}));
    };
  });
  const root = pathToFileURL(folder).href;
  await connection.ask('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'partnership' }],
    capabilities: {
      workspace: { configuration: true },
      textDocument: { completion: { completionItem: { snippetSupport: true } }, publishDiagnostics: {} },
    },
  });
  connection.tell('initialized', {});
  await asked;
  const open = new Map<string, number>();
  return {
    problemsOf: async (path, text = readFileSync(path, 'utf8')) => {
      const uri = pathToFileURL(path).href;
      const problems = connection.diagnosticsOf(uri);
      const version = (open.get(uri) ?? 0) + 1;
      open.set(uri, version);
      if (version === 1)
        connection.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version, text } });
      else
        connection.tell('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [{ text }],
        });
      return (await problems).map(({ range, message }) => `${range.start.line + 1}: ${message}`);
    },
    proposalsAt: async (path, position) => {
      const uri = pathToFileURL(path).href;
      const found = await connection.ask('textDocument/completion', { textDocument: { uri }, position });
      const items = Array.isArray(found) ? found : (found as { items: Proposal[] }).items;
      return items as Proposal[];
    },
    hoverAt: async (path, position) => {
      const uri = pathToFileURL(path).href;
      const found = await connection.ask('textDocument/hover', { textDocument: { uri }, position });
      return (found as { contents: { value: string } } | null)?.contents.value ?? '';
    },
    stop: () => server.kill(),
  };
}

interface Diagnostic {
  readonly range: { readonly start: Position };
  readonly message: string;
}

interface Connection {
  answer: (request: Message) => unknown;
  readonly ask: (method: string, params: unknown) => Promise<unknown>;
  readonly tell: (method: string, params: unknown) => void;
  /** What the server says is wrong with a file once it is opened or changed. */
  readonly diagnosticsOf: (uri: string) => Promise<readonly Diagnostic[]>;
}

/** Speaks JSON-RPC with a process: each message after a header with its length in bytes. */
function connect({ stdin, stdout }: ChildProcess): Connection {
  if (stdin === null || stdout === null) throw new Error('the server has no streams');
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const watching = new Map<string, (found: readonly Diagnostic[]) => void>();
  let last = 0;
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const connection: Connection = {
    answer: () => null,
    ask: (method, params) => {
      last += 1;
      const id = last;
      send({ id, method, params });
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
    tell: (method, params) => send({ method, params }),
    diagnosticsOf: (uri) => new Promise((resolve) => watching.set(uri, resolve)),
  };
  let received: Buffer = Buffer.alloc(0);
  stdout.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const head = received.indexOf('\r\n\r\n');
      const length = Number(
        /Content-Length: (\d+)/i.exec(received.subarray(0, Math.max(0, head)).toString())?.[1],
      );
      if (head < 0 || received.length < head + 4 + length) return;
      const body = received.subarray(head + 4, head + 4 + length).toString();
      received = received.subarray(head + 4 + length);
      receive(JSON.parse(body) as Message);
    }
  });
  const receive = (message: Message) => {
    const { id, method, params, result, error } = message;
    if (method === undefined && id !== undefined) {
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error === undefined) resolve?.(result);
      else reject?.(new Error(error.message));
    } else if (id !== undefined) {
      send({ id, result: connection.answer(message) });
    } else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Diagnostic[] };
      watching.get(uri)?.(diagnostics);
      watching.delete(uri);
    }
  };
  return connection;
}
