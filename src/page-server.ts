import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page as the server sends it; `policy` is its Content-Security-Policy. */
export interface ServedPage {
  readonly body: string;
  readonly policy: string;
}

/** A server of one page. */
export interface PageServer {
  readonly address: string;
  /** Tells every open page that there is a newer one. */
  readonly changed: () => void;
  readonly close: () => Promise<void>;
}

const loopback = '127.0.0.1';

/**
 * Serves one page on this machine only, at a port that the system chooses. `page` is asked at every
 * request, for a new nonce and the number of the version; `/events?from=N` tells when N is outdated.
 */
export async function servePage(page: (nonce: string, version: number) => ServedPage): Promise<PageServer> {
  let version = 1;
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const refusal = refusalOf(request, port);
    if (refusal !== undefined) {
      response.writeHead(refusal, refusal === 405 ? { allow: 'GET, HEAD' } : {}).end();
      return;
    }
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${loopback}`);
    if (pathname === '/') {
      const { body, policy } = page(randomBytes(16).toString('base64'), version);
      sendPage(response, body, policy, request.method === 'HEAD');
    } else if (pathname === '/events') {
      listen(request, response, listeners);
      // The page was loaded before the last change and listens only since.
      if (searchParams.get('from') !== String(version)) tell(response);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, loopback, resolve);
  });
  return {
    address: `http://${loopback}:${(server.address() as AddressInfo).port}/`,
    changed: () => {
      version += 1;
      for (const response of listeners) tell(response);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Why a request is not answered, as a status. A page of another site can make a name of its own mean
 * this machine; the Host header then still says that name, and gets nothing.
 */
function refusalOf({ headers, method }: IncomingMessage, port: number): 405 | 421 | undefined {
  if (headers.host !== `${loopback}:${port}` && headers.host !== `localhost:${port}`) return 421;
  return method === 'GET' || method === 'HEAD' ? undefined : 405;
}

const commonHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

function sendPage(response: ServerResponse, body: string, policy: string, isHead: boolean): void {
  const bytes = Buffer.from(body);
  response.writeHead(200, {
    ...commonHeaders,
    'content-type': 'text/html; charset=utf-8',
    'content-length': bytes.length,
    'content-security-policy': `${policy}; frame-ancestors 'none'`,
  });
  response.end(isHead ? undefined : bytes);
}

function listen(request: IncomingMessage, response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { ...commonHeaders, 'content-type': 'text/event-stream' });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  response.write('retry: 1000\n\n');
  listeners.add(response);
  request.on('close', () => listeners.delete(response));
}

function tell(response: ServerResponse): void {
  response.write('event: change\ndata: \n\n');
}
