import { expect, it } from 'vitest'
import { anthropic } from '../../src/providers/anthropic.ts'
import { gemini } from '../../src/providers/gemini.ts'
import { azure, bedrock, openai, presets } from '../../src/providers/openai.ts'
import { openaiResponses } from '../../src/providers/openai-responses.ts'

const model = 'm'
const makers = { openai, openaiResponses, anthropic, gemini }

it.each(Object.entries(makers))('%s() without a key is refused when it is made, whatever stands for none', (name, make) => {
  for (const apiKey of [undefined, '']) {
    expect(() => make({ model, apiKey })).toThrow(TypeError)
    expect(() => make({ model, apiKey })).toThrow(`${name}() needs a key: \`apiKey\` is ${apiKey === '' ? '""' : 'undefined'}`)
  }
})

it.each(Object.entries(makers))('%s() needs none with headers, a fetch, or a server of one’s own', (_name, make) => {
  const fetch = () => Promise.resolve(new Response(''))
  for (const more of [{ apiKey: 'k' }, { headers: { authorization: 'Bearer t' } }, { fetch }, { baseURL: 'http://gateway.internal/v1' }]) {
    expect(make({ model, ...more })).toMatchObject({ specVersion: 1 })
  }
})

it('servers on this machine need none, and every service that a preset names needs one', () => {
  const local = new Set(['vllm', 'ollama', 'lmStudio'])
  for (const [name, preset] of Object.entries({ ...presets, azure: azure('r'), bedrock: bedrock('eu-central-1') })) {
    const make = () => openai({ ...preset, model, apiKey: undefined })
    if (local.has(name)) expect(make().keyed, name).toBe(false)
    else expect(make, name).toThrow(/needs a key/)
  }
})
