/** What the browser preview's page and the loopback server agree on. The address is `http://127.0.0.1:PORT/#token=TOKEN`; the page keeps the
 *  token in sessionStorage and takes it out of the address. */
export const loopback = {
  /** In the fragment, which no browser sends anywhere. */
  fragmentKey: 'token',
  /** An empty page, on which a window waits until it is sent on to the address with the token. */
  waitingPath: '/opening',
  /** The WebSocket of the engine's procedures. Offered subprotocols: `protocol`, and `tokenPrefix` followed by the token. */
  socketPath: '/rpc',
  protocol: 'troupe',
  tokenPrefix: 'token.',
  /** POST with `authorization: Bearer TOKEN`, the file as body and `fileNameHeader`; answers GrantedFile. */
  readGrantPath: '/grants/read',
  /** The file's name through encodeURIComponent. */
  fileNameHeader: 'x-file-name',
  /** POST `{name}` as JSON; answers GrantedPlace. */
  writeGrantPath: '/grants/write',
  /** GET this plus the write grant: the file as the engine wrote it. */
  writtenFilePath: '/grants/',
} as const
