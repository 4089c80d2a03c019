/** Where files may be uploaded to. */
export interface UploadHosts {
  /** Host names, each with all names below it, such as `sharepoint.com`. */
  readonly hosts: readonly string[];
  /** Whether this machine counts too; never in production. */
  readonly loopback: boolean;
}

/** The hosts of files in Microsoft 365 for work; an installation should name its own, such as `contoso-my.sharepoint.com`. */
export const usualUploadHosts: readonly string[] = ['sharepoint.com'];

/**
 * Whether a file may be sent to an address that came from outside: https on the usual port of an allowed host, with no
 * name and password in it. Somebody's client names the address, so without this rule it could make the bot send to any
 * host that the bot can reach.
 */
export function mayUploadTo(address: string, { hosts, loopback }: UploadHosts): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  if (loopback && hostname === '127.0.0.1') return true;
  const allowed = hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return allowed && protocol === 'https:' && port === '';
}
