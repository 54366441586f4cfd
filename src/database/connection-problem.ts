import { Problem } from "../problem.ts";

/** Says in one sentence why the database does not serve, without the password and without the server's own words. */
export function connectionProblem(url: string, cause: unknown): Problem {
  const { host, name } = addressOf(url);
  return new Problem(`DATABASE_URL: ${sentence(codeOf(cause), host, name)}`, { cause });
}

function sentence(code: string, host: string, name: string): string {
  switch (code) {
    case "28P01":
    case "28000":
      return `PostgreSQL at ${host} refuses this user or password; correct them in the address.`;
    case "3D000":
      return `PostgreSQL at ${host} has no database "${name}"; create it, or name another in the address.`;
    case "TOO_OLD":
      return `PostgreSQL at ${host} is older than version 15; Inloop needs 15 or newer.`;
    case "42501":
      return `PostgreSQL at ${host} does not let this user create tables in "${name}"; make the user its owner, or name another in the address.`;
    case "25006":
      return `PostgreSQL at ${host} is read-only; name the primary server in the address.`;
    case "42704":
      return `PostgreSQL at ${host} does not know a setting behind the ? of the address; leave that out.`;
    case "53300":
      return `PostgreSQL at ${host} has no connection left; allow more, or close others.`;
    case "57P03":
      return `PostgreSQL at ${host} is still starting; try again in a moment.`;
    default:
      if (/^[0-9A-Z]{5}$/.test(code)) {
        return `PostgreSQL at ${host} refuses (${code}); its log says why.`;
      }
      return `PostgreSQL does not answer at ${host} (${code}); start it, or correct the address.`;
  }
}

function addressOf(url: string): { host: string; name: string } {
  const { host, pathname } = new URL(url);
  return { host: host === "" ? "localhost" : host, name: decodeURIComponent(pathname.slice(1)) };
}

function codeOf(cause: unknown): string {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
  return typeof code === "string" ? code : "no reason given";
}
