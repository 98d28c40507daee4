/** The dictionaries that opencc-js ships without types: `source target…` entries joined by `|`. */
declare module 'opencc-js/dict/*' {
  const entries: string;
  export default entries;
}
