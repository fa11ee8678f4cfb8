import { gemini } from '../../src/providers/gemini.ts'
import { beforeAServer } from './anthropic/faults.ts'

beforeAServer('gemini', (url) => gemini({ model: 'gemini-3-flash', apiKey: 'test', baseURL: `${url}/v1beta` }))
