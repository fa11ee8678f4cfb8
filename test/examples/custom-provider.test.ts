import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { acme } from '../../examples/custom-provider/acme.ts'
import { aiProviderSuite } from '../../src/testing/index.ts'
import { acmeAnswers } from '../broken-providers/answers.ts'
import { kitTest } from '../stores/kit-test.ts'

describe('the provider of the tutorial passes the kit', () => {
  aiProviderSuite(kitTest, { provider: (fetch) => acme({ apiKey: 'key-of-the-kit', fetch }), answers: acmeAnswers, heartbeat: '\n' })
})

test('the provider of the tutorial takes less than 120 lines', () => {
  const text = readFileSync(new URL('../../examples/custom-provider/acme.ts', import.meta.url), 'utf8')
  expect(text.trimEnd().split('\n').length).toBeLessThan(120)
})
