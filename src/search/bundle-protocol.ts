/** The line behind the last page: without it whoever sends them has ended, and wants no bundle any more. */
export const END = '';
