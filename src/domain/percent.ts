/** The text that a percent-encoded one stands for (RFC 3986, section 2.1); one that stands for none is left as it is. */
export function fromPercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
