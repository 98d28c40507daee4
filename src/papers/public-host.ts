/** Endings of host names that lead nowhere outside an office's own network. */
const INNER_ENDINGS = ['.local', '.lan', '.intranet', '.internal', '.corp', '.home', '.test', '.localhost'];

/**
 * Whether a phone outside the office can open an address of this host: a name with a dot that is no inner one, or a public number.
 * Private numbers are those of RFC 1918, loopback and link-local; IPv6 numbers count as inner.
 */
export function isPublicHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (!name.includes('.') || name.startsWith('[')) return false;
  if (INNER_ENDINGS.some((ending) => name.endsWith(ending))) return false;
  if (!/^\d+(\.\d+){3}$/.test(name)) return true;
  const [a = 0, b = 0] = name.split('.').map(Number);
  return !(
    a === 0 ||
    a === 10 ||
    a === 127 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254)
  );
}
