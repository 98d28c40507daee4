import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { campaignFinder, resolveLibrary, type Register } from '../../../src/domain/library.ts';
import { raw } from './entries.ts';

const EMPTY: Register = { units: [], campaigns: [], topics: [], speakers: [] };

describe('the resolved library', () => {
  it('of an empty folder is empty everywhere', () => {
    const { entries, topics, speakers, byUnit, byCampaign } = resolveLibrary([], EMPTY);
    assert.deepEqual([entries, topics, speakers, byUnit.size, byCampaign.size], [[], [], [], 0, 0]);
  });

  it('has addresses that end in a slash, and null for an unknown date', () => {
    const [entry] = resolveLibrary([raw('mid-year', { date: 'unknown' }, 'speeches')], EMPTY).entries;
    assert.deepEqual(
      [entry?.key, entry?.address, entry?.date],
      ['speeches/mid-year', '/speeches/mid-year/', null],
    );
  });

  it('names a topic by pinyin, or by its file where there is one, and takes either in front matter', () => {
    const register = { ...EMPTY, topics: [{ id: 'conduct', name: '作风建设', title: '作风', order: 1 }] };
    const { topics } = resolveLibrary(
      [raw('a', { topics: ['作风建设', '服务质量'] }), raw('b', { topics: ['conduct'] })],
      register,
    );
    assert.deepEqual(
      topics.map(({ id, name, entries }) => [id, name, entries.length]),
      [
        ['conduct', '作风', 2],
        ['fu-wu-zhi-liang', '服务质量', 1],
      ],
    );
  });

  it('gives names that sound alike different ids', () => {
    const { topics } = resolveLibrary([raw('a', { topics: ['公式', '攻势', '公事'] })], EMPTY);
    assert.deepEqual(topics.map(({ id }) => id).sort(), ['gong-shi', 'gong-shi-2', 'gong-shi-3']);
  });

  it('never gives a pinyin id that a file has chosen for another name', () => {
    const register = { ...EMPTY, topics: [{ id: 'gong-shi', name: '办公时间' }] };
    const { topics } = resolveLibrary([raw('a', { topics: ['公式'] })], register);
    assert.deepEqual(
      topics.map(({ id, name }) => [id, name]),
      [['gong-shi-2', '公式']],
    );
  });

  it('lists groups by chosen order, then by size, then by id', () => {
    const register = {
      ...EMPTY,
      topics: [
        { id: 'last', name: '末', order: 9 },
        { id: 'first', name: '先', order: 1 },
      ],
    };
    const { topics } = resolveLibrary(
      [raw('a', { topics: ['末', '丙', '甲', '先'] }), raw('b', { topics: ['丙', '末'] })],
      register,
    );
    assert.deepEqual(
      topics.map(({ id }) => id),
      ['first', 'last', 'bing', 'jia'],
    );
  });

  it('lists groups of one order and size by their ids, and those without an order behind all others', () => {
    const register = {
      ...EMPTY,
      topics: [
        { id: 'z', name: '末', order: 5 },
        { id: 'm', name: '中' },
      ],
    };
    const { topics } = resolveLibrary([raw('a', { topics: ['丁', '甲', '中', '末', '丙'] })], register);
    assert.deepEqual(
      topics.map(({ id, name }) => [id, name]),
      [
        ['z', '末'],
        ['bing', '丙'],
        ['ding', '丁'],
        ['jia', '甲'],
        ['m', '中'],
      ],
    );
  });

  it('names units as the register does, and leaves out a campaign that nothing names', () => {
    const units = [{ id: 'a', name: '市人民医院' }];
    const [entry] = resolveLibrary([raw('x', { units: ['a', '某某局'], issuer: undefined })], {
      ...EMPTY,
      units,
    }).entries;
    assert.deepEqual([entry?.units, entry?.campaign], [[{ id: 'a', name: '市人民医院' }], undefined]);
  });

  it('counts what a renamed unit said under its former names as its own, the issuer included, each entry once', () => {
    const units = [{ id: 'health', name: '市卫健委', aliases: [{ name: '市卫生局', until: '2014-06-30' }] }];
    const { byUnit } = resolveLibrary(
      [
        raw('a', { date: '2012-03-22', units: ['市卫生局'] }),
        raw('b', { issuer: '市卫健委', units: ['health', '市卫健委'] }),
        raw('c', { issuer: '某某局' }),
      ],
      { ...EMPTY, units },
    );
    assert.deepEqual(
      byUnit.get('health')?.map(({ id }) => id),
      ['b', 'a'],
    );
    assert.equal(byUnit.size, 1);
  });

  it('counts what a unit issued as its own, under the name that it bore on that day', () => {
    const units = [
      { id: 'blood', name: '市血液中心', aliases: [{ name: '血站', from: '2019-04-01' }] },
      { id: 'station', name: '市中心血站', aliases: [{ name: '血站', until: '2019-03-31' }] },
    ];
    const { entries } = resolveLibrary(
      [
        raw('a', { date: '2019-03-31', issuer: '血站' }),
        raw('b', { date: '2019-04-01', issuer: '血站' }),
        raw('c', { issuer: '市血液中心', units: ['station'] }),
      ],
      { ...EMPTY, units },
    );
    assert.deepEqual(
      ['a', 'b', 'c'].map((wanted) => entries.find(({ id }) => id === wanted)?.units.map(({ id }) => id)),
      [['station'], ['blood'], ['station', 'blood']],
    );
  });

  it('knows a campaign by its id and by its name', () => {
    const campaigns = [{ id: 'conduct-2026', name: '转作风' }];
    const { byCampaign } = resolveLibrary(
      [
        raw('a', { campaign: 'conduct-2026' }),
        raw('b', { campaign: '转作风' }),
        raw('c', { campaign: '没有的' }),
      ],
      { ...EMPTY, campaigns },
    );
    assert.equal(byCampaign.get('conduct-2026')?.length, 2);
    assert.equal(campaignFinder(campaigns)('没有的'), undefined);
  });

  it('groups a speaker by name, or by role where there is no name', () => {
    const { speakers, entries } = resolveLibrary(
      [
        raw('a', { speaker: { role: '主任' } }, 'speeches'),
        raw('b', { speaker: { role: '主任' } }, 'speeches'),
        raw('c', { speaker: { name: '张三', role: '主任' } }, 'speeches'),
      ],
      EMPTY,
    );
    assert.deepEqual(
      speakers.map(({ id, name, entries: said }) => [id, name, said.length]),
      [
        ['zhu-ren', '主任', 2],
        ['zhang-san', '张三', 1],
      ],
    );
    assert.equal(entries.find(({ id }) => id === 'c')?.speaker?.role, '主任');
  });
});
