/** The line behind the last page: without it the sender has ended, and no bundle is written. */
export const END = '';
