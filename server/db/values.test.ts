import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantOf, wholeNumberOf } from '#server/db/values.ts'
import { withFreshStore } from '#server/testing/harness.ts'

test(
  'values arrive alike from both stores, with prepared values and without',
  withFreshStore(
    async ({ pool }) => {
      const columns = `
        date '2026-03-01' as day,
        timestamptz '2026-03-01 00:30:00+07' as instant,
        timestamptz '2026-03-01 00:30:00.123456+07' as precise,
        timestamptz '1890-01-01 00:00:00+07:06:30' as old,
        timestamp '2026-03-01 00:30:00.5' as local,
        time '08:00' as time,
        9007199254740991::bigint as big,
        count(*) as count,
        12.50::numeric(9,2) as numeric,
        1.5::float8 as float,
        interval '1 day 2 hours' as interval,
        true as yes,
        '{"a": [1, "đ"]}'::jsonb as json,
        '\\x00ff'::bytea as bytes,
        array[date '2026-03-01'] as days,
        array[timestamptz '2026-03-01 00:30:00+07', null] as instants,
        array[1, 2]::bigint[] as bigs,
        array[1.50, 2]::numeric[] as numerics,
        array['Đà "Nẵng"', 'a,b'] as texts,
        daterange('2026-01-01', '2026-02-01') as period,
        '0190a4f1-9a5a-7cc3-8f5e-000000000001'::uuid as id,
        null::date as nothing`
      const expected = {
        day: '2026-03-01',
        instant: '2026-02-28T17:30:00.000Z',
        precise: '2026-02-28T17:30:00.123456Z',
        old: '1889-12-31T16:53:30.000Z',
        local: '2026-03-01 00:30:00.5',
        time: '08:00:00',
        big: 9007199254740991,
        count: 1,
        numeric: '12.50',
        float: 1.5,
        interval: 'P1DT2H',
        yes: true,
        json: { a: [1, 'đ'] },
        bytes: Buffer.from([0, 255]),
        days: ['2026-03-01'],
        instants: ['2026-02-28T17:30:00.000Z', null],
        bigs: [1, 2],
        numerics: ['1.50', '2'],
        texts: ['Đà "Nẵng"', 'a,b'],
        period: '[2026-01-01,2026-02-01)',
        id: '0190a4f1-9a5a-7cc3-8f5e-000000000001',
        nothing: null,
      }
      assert.deepEqual((await pool.query(`select ${columns}`)).rows, [expected])
      assert.deepEqual((await pool.query(`select ${columns} where $1::int = 1`, [1])).rows, [expected])
    },
    { empty: true },
  ),
)

test(
  'what was read can be written back',
  withFreshStore(
    async ({ pool }) => {
      await pool.query('create table t (day date, at timestamptz(3), n bigint, amount numeric)')
      const row = { day: '2026-03-01', at: '2026-02-28T17:30:00.120Z', n: 12, amount: '0.10' }
      await pool.query('insert into t values ($1, $2, $3, $4)', Object.values(row))
      assert.deepEqual((await pool.query('select * from t')).rows, [row])
    },
    { empty: true },
  ),
)

test(
  'a whole number that is not exact, and an instant outside of the calendar, fail the query and nothing else',
  withFreshStore(
    async ({ pool }) => {
      await assert.rejects(pool.query('select 9007199254740992::bigint'), /too large to be an exact number/)
      await assert.rejects(pool.query(`select 'infinity'::timestamptz`), /not an instant/)
      assert.deepEqual((await pool.query('select 1 as n')).rows, [{ n: 1 }])
    },
    { empty: true },
  ),
)

test('an instant carries milliseconds at least, so that it equals what Date.toISOString gives', () => {
  assert.equal(instantOf('2026-11-21 08:30:00+00'), '2026-11-21T08:30:00.000Z')
  assert.equal(instantOf('2026-11-21 08:30:00.5+00'), '2026-11-21T08:30:00.500Z')
  assert.throws(() => instantOf('2026-11-21 08:30:00+07'), RangeError)
  assert.throws(() => instantOf('0044-03-15 00:00:00+00 BC'), RangeError)
})

test('a bigint within the safe range is a number', () => {
  assert.equal(wholeNumberOf('-9007199254740991'), -9007199254740991)
  assert.throws(() => wholeNumberOf('9007199254740993'), RangeError)
})
