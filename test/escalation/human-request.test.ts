import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asksForHuman } from '../../src/escalation/index.ts'
import { others, requests } from './human-phrases.ts'
import { bankingQuestions, dataFile } from './questions.ts'

describe('a request for a person', () => {
  for (const text of requests) {
    it(`is heard in “${text}”`, () => {
      expect(asksForHuman(text)).toBe(true)
    })
  }

  it('is heard among other sentences, in capitals and with any punctuation', () => {
    for (const text of requests) {
      expect([text, asksForHuman(`My card has not arrived. ${text}\nThe order was last week.`)]).toEqual([text, true])
      expect([text, asksForHuman(`  ${text.toUpperCase()}!!! `)]).toEqual([text, true])
    }
  })
})
