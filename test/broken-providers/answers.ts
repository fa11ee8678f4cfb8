import type { ServiceAnswer } from '../../src/testing/index.ts'

/** What Acme answers, as its bytes, and what they mean. */

const headers = { 'content-type': 'application/x-ndjson' }
const lines = (...of: readonly object[]): string => of.map((line) => `${JSON.stringify(line)}\n`).join('')
const tokens = { in: 9, out: 4 }

export const acmeAnswers: readonly ServiceAnswer[] = [
  {
    name: 'words',
    headers,
    body: lines({ text: 'Hej' }, { text: ' – ja,' }, { text: ' til Tromsø 🚚' }, { text: '!' }, { end: 'done', tokens }),
    gives: { text: 'Hej – ja, til Tromsø 🚚!', finish: 'stop' },
  },
  {
    name: 'heartbeats',
    headers,
    body: `\n\n${lines({ text: 'Hello' })}\n${lines({ mood: 'fine' }, { end: 'done' })}`,
    gives: { text: 'Hello', finish: 'stop' },
  },
  { name: 'too long', headers, body: lines({ text: 'It is' }, { end: 'limit', tokens }), gives: { text: 'It is', finish: 'length' } },
  {
    name: 'two calls',
    headers,
    body: lines(
      { text: 'A moment.' },
      { call: { id: 'c1', name: 'stock' } },
      { call: { id: 'c2', name: 'price', input: '{}' } },
      { call: { id: 'c1', input: '{"city":"Tro' } },
      { call: { id: 'c1', input: 'msø","days":[1,2]}' } },
      { end: 'calls', tokens },
    ),
    gives: {
      text: 'A moment.',
      calls: [{ name: 'stock', input: { city: 'Tromsø', days: [1, 2] } }, { name: 'price', input: {} }],
      finish: 'tool-call',
    },
  },
  {
    name: 'a call that is too long',
    headers,
    body: lines({ call: { id: 'c1', name: 'stock', input: '{"city":"Tro' } }, { end: 'limit' }),
    gives: { finish: 'length' },
  },
  { name: 'blocked', headers, body: lines({ end: 'blocked' }), gives: { finish: 'filtered' } },
  { name: 'overloaded', headers, body: lines({ text: 'Well' }, { error: 'overloaded' }), gives: { text: 'Well', error: 'provider/unavailable' } },
]
