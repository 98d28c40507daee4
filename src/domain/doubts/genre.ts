/** How many paragraphs with articles make a text one of law. */
const ARTICLES = 3;

/**
 * Whether a text sets out or names articles (第一条 …) all through, as laws, regulations and their interpretations do. Their wording repeats
 * itself by intent, and they prescribe forms with crosses for names.
 */
export function isInArticles(paragraphs: readonly string[]): boolean {
  let found = 0;
  return paragraphs.some((text) => {
    if (/第[一二三四五六七八九十百零\d]+条/u.test(text)) found += 1;
    return found >= ARTICLES;
  });
}
