/** What an editor is told of a table that brings another state of a file: what differs, and what to do about it. */
export function whatIsOtherwise(file: string, differences: readonly string[]): string[] {
  if (differences.length === 0) return [`与已有的 ${file} 内容相同，没有写入`];
  return [
    `已有 ${file}，没有改动它，也没有写入。这份表与它不同：`,
    ...differences.map((each) => `  ${each}`),
    `要改的，照上面改 ${file}；确是另一份的，加 --another 再导入一次，另写一份`,
  ];
}
