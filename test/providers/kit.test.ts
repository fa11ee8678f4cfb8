import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Knowledge } from '../../src/contracts/index.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import { agUi } from '../../src/providers/ag-ui.ts'
import { type LanguageModelLike, aiSdkModel } from '../../src/providers/ai-sdk-model.ts'
import { aiSdk } from '../../src/providers/ai-sdk.ts'
import { anthropic } from '../../src/providers/anthropic.ts'
import { gemini } from '../../src/providers/gemini.ts'
import { knowledgeProvider } from '../../src/providers/knowledge.ts'
import { openaiResponses } from '../../src/providers/openai-responses.ts'
import { openai } from '../../src/providers/openai.ts'
import { type LanguageModelLike as BuiltIn, promptApi } from '../../src/providers/prompt-api.ts'
import { scripted } from '../../src/providers/scripted.ts'
import { type AIProviderSuiteOptions, type ProviderAsk, aiProviderSuite } from '../../src/testing/index.ts'
import { kitTest } from '../stores/kit-test.ts'
import { agUiAnswers, aiSdkAnswers, anthropicAnswers, geminiAnswers, openaiAnswers, responsesAnswers } from './kit-answers.ts'

const apiKey = 'sk-key-of-the-kit'

const ask = (text: string): ProviderAsk['request'] => ({ messages: [{ role: 'visitor', text }] })

const delivery = { id: 'delivery', title: 'Delivery', url: '/help/delivery', text: 'We deliver to all of Norway.' }
const articles: Knowledge = { search: () => [{ article: delivery, probability: 0.9 }], article: () => delivery }

/** A body of these. */
const streamOf = <T>(parts: readonly T[]): ReadableStream<T> =>
  new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part)
      controller.close()
    },
  })

/** A model object, as providers of the AI SDK make them: answers, calls or fails, as it is asked. */
const modelObject: LanguageModelLike = {
  specificationVersion: 'v3',
  async doStream(options) {
    const asked = JSON.stringify(options)
    const text = [{ type: 'text-start', id: '0' }, ...['Hello', ' there'].map((delta) => ({ type: 'text-delta', id: '0', delta }))]
    const begun = { type: 'tool-input-start', id: 'c1', toolName: 'stock' }
    const call = { type: 'tool-call', toolCallId: 'c1', toolName: 'stock', input: '{"city":"Oslo"}' }
    const usage = { inputTokens: { total: 9 }, outputTokens: { total: 4 } }
    const finish = (unified: string): object => ({ type: 'finish', finishReason: { unified, raw: unified }, usage })
    const failed = [...text.slice(0, 2), { type: 'error', error: new Error('Broken.') }]
    const parts = asked.includes('Call') ? [begun, call, finish('tool-calls')] : asked.includes('Fail') ? failed : [...text, finish('stop')]
    return { stream: streamOf([{ type: 'stream-start', warnings: [] }, ...parts] as object[]) }
  },
}
const modelAsks: readonly ProviderAsk[] = [
  { request: ask('Hi'), gives: { text: 'Hello there', finish: 'stop' } },
  { request: ask('Call'), gives: { calls: [{ name: 'stock', input: { city: 'Oslo' } }], finish: 'tool-call' } },
  { request: ask('Fail'), gives: { text: 'Hello', error: 'provider/failed' } },
]

/** A browser's model. */
const builtIn: BuiltIn = {
  availability: async () => 'available',
  create: async () => ({ promptStreaming: () => streamOf(['Hello', ' there']), destroy: () => undefined }),
}

/** The file that it comes from, what it is, how the kit runs it. */
const providers: readonly (readonly [file: string, what: string, options: AIProviderSuiteOptions])[] = [
  ['openai', 'chat completions', { provider: (fetch) => openai({ apiKey, model: 'm', images: true, fetch }), answers: openaiAnswers }],
  [
    'openai',
    'chat completions without a key, tools or pictures',
    {
      provider: (fetch) => openai({ baseURL: 'http://127.0.0.1:1/v1', model: 'm', tools: false, fetch }),
      answers: openaiAnswers.slice(0, 2),
    },
  ],
  [
    'openai-responses',
    'responses',
    {
      provider: (fetch) => openaiResponses({ apiKey, model: 'gpt-5-mini', images: true, fetch }),
      answers: responsesAnswers,
    },
  ],
  ['anthropic', 'messages', { provider: (fetch) => anthropic({ apiKey, model: 'm', fetch }), answers: anthropicAnswers }],
  ['gemini', 'generated content', { provider: (fetch) => gemini({ apiKey, model: 'm', fetch }), answers: geminiAnswers }],
  [
    'ai-sdk',
    'a route of the AI SDK',
    {
      provider: (fetch) => aiSdk({ api: 'https://site.example/api/chat', tools: true, images: true, fetch }),
      answers: aiSdkAnswers,
    },
  ],
  ['ag-ui', 'an agent', { provider: (fetch) => agUi({ url: 'https://agent.example/run', fetch }), answers: agUiAnswers }],
  ['ai-sdk-model', 'a model object', { provider: () => aiSdkModel({ model: modelObject }), asks: modelAsks }],
  [
    'prompt-api',
    'a model in the browser',
    {
      provider: () => promptApi({ languageModel: builtIn }),
      asks: [{ request: ask('Hi'), gives: { text: 'Hello there', finish: 'stop' } }],
    },
  ],
  [
    'knowledge',
    'articles',
    {
      provider: () => knowledgeProvider({ knowledge: articles, pace: 0 }),
      asks: [
        { request: ask('Where do you deliver?'), gives: { text: 'We deliver to all of Norway.', citations: [{ id: 'delivery' }], finish: 'stop' } },
      ],
    },
  ],
  [
    'scripted',
    'a script',
    {
      provider: () =>
        scripted(({ messages }) =>
          messages.at(-1)?.text === 'Fail'
            ? ['Well', new HandbackError('provider/failed', 'It failed.', { retryable: true })]
            : [{ type: 'signals', confidence: 0.9 }, 'Hello', ' there', { type: 'citation', id: 'a', title: 'A' }],
        ),
      asks: [
        { request: ask('Hi'), gives: { text: 'Hello there', citations: [{ id: 'a' }], finish: 'stop' } },
        { request: ask('Fail'), gives: { text: 'Well', error: 'provider/failed' } },
      ],
    },
  ],
]

describe.each(providers)('%s: %s', (_file, _what, options) => {
  aiProviderSuite(kitTest, options)
})

test('every provider that ships passes the kit', () => {
  const files = readdirSync(new URL('../../src/providers', import.meta.url)).filter((file) => file.endsWith('.ts'))
  expect(files.map((file) => file.slice(0, -3)).toSorted()).toEqual([...new Set(providers.map(([file]) => file))].toSorted())
})
