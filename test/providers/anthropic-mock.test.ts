import { anthropic } from '../../src/providers/anthropic.ts'
import { beforeAServer } from './anthropic/faults.ts'

beforeAServer('anthropic', (baseURL) => anthropic({ model: 'claude-haiku-4-5', apiKey: 'test', baseURL }))
