/** The longest path in the archive: Windows takes 260 characters, and the folder that it is unpacked into has a path too. */
const LONGEST = 180;
/** What neither Windows nor exFAT takes in a name (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const REFUSED = /[<>:"\\|?*\p{Cc}]/u;
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** What is wrong with the names in an archive, a line each; a name that differs from another in its capitals alone is the same there. */
export function troublesWithNames(paths: readonly string[]): string[] {
  const seen = new Map<string, string>();
  return paths.flatMap((path) => {
    const parts = path.split('/');
    const other = seen.get(path.toLowerCase());
    seen.set(path.toLowerCase(), path);
    return [
      path.length > LONGEST ? `${path}：路径超过 ${LONGEST} 个字符` : '',
      parts.some((part) => REFUSED.test(part)) ? `${path}：名字里有 Windows 不收的字符` : '',
      parts.some((part) => DEVICES.test(part)) ? `${path}：名字是 Windows 的设备名` : '',
      parts.some((part) => /[. ]$/.test(part)) ? `${path}：名字以点或空格结尾` : '',
      other === undefined ? '' : `${path}：和 ${other} 只差大小写`,
    ].filter(Boolean);
  });
}
