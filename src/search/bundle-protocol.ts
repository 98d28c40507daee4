/** The line behind the last page: without it whoever sends them has ended, and wants no bundle any more. */
export const END = '';

/** A written file: its path in the bundle, and a digest of its bytes. */
export type WrittenFile = [path: string, digest: string];
