/**
 * The identifiers of an SPDX licence expression that `isAccepted` refuses and that no choice in it (`OR`) avoids; none where all is well.
 * An expression that cannot be read is refused as a whole (https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/).
 */
export function refusedIn(expression: string, isAccepted: (id: string) => boolean): string[] {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? [];
  const take = (token: string) => tokens[0] === token && tokens.shift() !== undefined;
  const either = (): string[] => {
    const choices = [both()];
    while (take('OR')) choices.push(both());
    return choices.find((refused) => refused.length === 0) ?? choices.flat();
  };
  const both = (): string[] => {
    const parts = [single()];
    while (take('AND')) parts.push(single());
    return parts.flat();
  };
  const single = (): string[] => {
    if (take('(')) {
      const inner = either();
      return take(')') ? inner : [expression];
    }
    const id = tokens.shift() ?? expression;
    const name = take('WITH') ? `${id} WITH ${tokens.shift() ?? ''}` : id;
    return isAccepted(name) ? [] : [name];
  };
  const refused = either();
  return tokens.length > 0 ? [expression] : refused;
}
