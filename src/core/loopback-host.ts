/** Whether a `host` or `host:port`, as in a URL or a Host header, names this machine without asking any name server. */
export function isLoopbackHost(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i.test(host);
}
