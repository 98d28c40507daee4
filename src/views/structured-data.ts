import type { Entry } from '../domain/entry.ts';
import type { Site } from '../schemas/collections.ts';
import { fullAddress } from './settings.ts';

/** Schema.org data of an entry. There is no type for speeches: they are articles of the genre 讲话发言. */
export function articleData(entry: Entry): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: entry.title,
    alternativeHeadline: entry.subtitle,
    datePublished: entry.source?.publishedOn ?? entry.date ?? undefined,
    author: authorOf(entry),
  };
}

function authorOf({ speaker, author, byline, issuer }: Entry): object | undefined {
  const person = speaker?.name ?? author ?? byline;
  const role = speaker?.role === person ? undefined : speaker?.role;
  if (person) return { '@type': 'Person', name: person, jobTitle: role };
  return issuer ? { '@type': 'Organization', name: issuer } : undefined;
}

/** Schema.org data of the site itself. */
export function siteData(site: Site): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: site.name,
    description: site.description,
    inLanguage: 'zh-Hans',
    url: fullAddress('/'),
    publisher: { '@type': 'Organization', name: site.organisation },
    potentialAction: {
      '@type': 'SearchAction',
      target: `${fullAddress('/search/')}?q={search_term_string}`,
      'query-input': 'required name=search_term_string',
    },
  };
}
