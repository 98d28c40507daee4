/** Reads the parameters of a route such as `/units/[unit]/[...path]/` off an address. */
export function paramsFrom(route: string): (address: string) => Record<string, string | undefined> {
  const names: string[] = [];
  const pattern = route.replace(
    /[.]|\/?\[(\.\.\.)?(\w+)\]/g,
    (part, rest: string | undefined, name?: string) => {
      if (name === undefined) return '\\.';
      names.push(name);
      const slash = part.startsWith('/') ? '/' : '';
      return rest ? `(?:${slash}(.+))?` : `${slash}([^/]+)`;
    },
  );
  const shape = new RegExp(`^${pattern}$`);
  return (address) => {
    const match = shape.exec(address);
    if (!match) throw new Error(`${address} is no address of ${route}`);
    return Object.fromEntries(names.map((name, index) => [name, match[index + 1]]));
  };
}
