import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Hit } from '../../../src/domain/search/match.ts';
import { score, type RankedEntry, type TermHit } from '../../../src/domain/search/rank.ts';

const usual: RankedEntry = { titleLength: 10, length: 1000, meanLength: 1000 };
const entry = (fields: Partial<RankedEntry> = {}): RankedEntry => ({ ...usual, ...fields });
const term = (hit: Partial<Hit>, units = 2): TermHit => ({
  hit: { page: 0, places: [], titlePlaces: [], ...hit },
  units,
});
const inBody = (...places: number[]) => term({ places });
const inTitle = (units = 2) => term({ titlePlaces: [0] }, units);
const single = (paragraphs: number) => term({ places: [500], single: { unit: '落', paragraphs } }, 1);

/** The scores of entries that should stand in this order, each strictly above the next. */
function descends(...scores: number[]): void {
  scores.reduce((above, below) => {
    assert.ok(above > below, scores.join(' > '));
    return below;
  });
}

describe('an entry that holds all terms of a query', () => {
  it('stands higher the more of its title the terms fill, and highest where they fill it', () => {
    const alone = score([inTitle(4)], entry({ titleLength: 4 }));
    const half = score([inTitle(4)], entry({ titleLength: 8 }));
    const little = score([inTitle(4)], entry({ titleLength: 40 }));
    descends(alone, half, little);
    assert.ok(alone - half > half - little + 20, 'a title made of the terms alone stands far above');
  });

  it('counts the units of all terms that its title holds, not those of one', () => {
    const both = score([inTitle(2), inTitle(2)], entry({ titleLength: 4 }));
    const most = score([inTitle(2), inTitle(2)], entry({ titleLength: 5 }));
    assert.ok(both - most > 20, 'two terms that fill the title together are the whole title');
  });

  it('stands above any body where its title holds the terms, however often a body does', () => {
    const everywhere = Array.from({ length: 400 }, (_, at) => at * 2);
    descends(
      score([inTitle(2)], entry({ titleLength: 60 })),
      score([inBody(...everywhere)], entry({ length: 1000, meanLength: 20_000 })),
    );
  });

  it('gains little from a title that holds only some of the terms', () => {
    const some = score([inTitle(2), inBody(10)], entry());
    descends(score([inTitle(2), inTitle(2)], entry()), some, score([inBody(10), inBody(10)], entry()));
    assert.ok(some < 4, 'less than half of a whole title');
  });

  it('whose title is partly filled by some of the terms is no whole title', () => {
    assert.ok(score([inTitle(4), inBody(10)], entry({ titleLength: 4 })) < 10);
  });

  it('stands higher the more often its body holds a term, each time by less', () => {
    const times = [1, 2, 3, 4].map((count) => score([inBody(...Array<number>(count).fill(500))], entry()));
    descends(...[...times].reverse());
    const [one, two, three, four] = times as [number, number, number, number];
    descends(two - one, three - two, four - three);
  });

  it('stands lower the longer it is, held against the mean of all entries', () => {
    const first = inBody(0);
    const ofLength = (length: number) => score([first], entry({ length }));
    descends(ofLength(500), ofLength(1000), ofLength(2000));
    const amongShort = score([first], entry({ meanLength: 500 }));
    const amongLong = score([first], entry({ meanLength: 2000 }));
    descends(amongLong, ofLength(1000), amongShort);
  });

  it('of twice the length and twice the mean stands as high', () => {
    assert.equal(score([inBody(0)], entry()), score([inBody(0)], entry({ length: 2000, meanLength: 2000 })));
  });

  it('stands higher the earlier its body first holds a term; later places move nothing', () => {
    descends(
      score([inBody(0)], entry()),
      score([inBody(500)], entry()),
      score([inBody(999)], entry()),
      score([], entry()),
    );
    assert.equal(score([inBody(100, 200)], entry()), score([inBody(100, 900)], entry()));
  });

  it('counts the paragraphs that hold a single unit, since only its first place is known', () => {
    descends(score([single(5)], entry()), score([single(1)], entry()));
    assert.equal(score([single(2)], entry()), score([inBody(500, 600)], entry()));
  });

  it('takes the mean of several terms, so that more terms make no higher body', () => {
    assert.equal(score([inBody(7), inBody(7)], entry()), score([inBody(7)], entry()));
  });

  it('has a finite score without a title, without a body and in an empty library', () => {
    assert.equal(score([inBody(0)], entry({ titleLength: 0 })), score([inBody(0)], entry()));
    assert.ok(Number.isFinite(score([inTitle()], { titleLength: 2, length: 0, meanLength: 0 })));
    assert.ok(Number.isFinite(score([inBody(0)], { titleLength: 2, length: 0, meanLength: 0 })));
    assert.ok(Number.isFinite(score([], usual)));
  });
});
