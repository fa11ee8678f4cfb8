import { HandbackError } from '../../protocol/errors.ts'
import type { EndpointOptions } from './endpoint.ts'

/** What is particular about a server that speaks chat completions. */
export type OpenAIPreset = Pick<EndpointOptions, 'name' | 'baseURL' | 'keyHeader'> & {
  /** False for servers that refuse `stream_options`. They count tokens unasked, or not at all. Default true. */
  readonly streamOptions?: boolean
  /** Whether tools are offered; false for servers and models that refuse them. Default true. */
  readonly tools?: boolean
}

/**
 * Servers that speak chat completions, as options to spread: `openai({ ...presets.groq, apiKey, model })`. What stands behind wins.
 *
 * @example openai({ ...presets.deepseek, apiKey, model: 'deepseek-chat' }) // a service with one address
 * @example openai({ ...presets.ollama, model: 'llama3.2' }) // a server on this machine, without a key
 * @example openai({ ...presets.vllm, baseURL: 'http://gpu.internal:8000/v1', model: 'Qwen/Qwen3-32B' }) // the same elsewhere
 */
export const presets = {
  openai: { name: 'openai', baseURL: 'https://api.openai.com/v1' },
  anthropic: { name: 'anthropic', baseURL: 'https://api.anthropic.com/v1' },
  gemini: { name: 'gemini', baseURL: 'https://generativelanguage.googleapis.com/v1beta/openai' },
  groq: { name: 'groq', baseURL: 'https://api.groq.com/openai/v1' },
  mistral: { name: 'mistral', baseURL: 'https://api.mistral.ai/v1', streamOptions: false },
  deepseek: { name: 'deepseek', baseURL: 'https://api.deepseek.com' },
  xai: { name: 'xai', baseURL: 'https://api.x.ai/v1' },
  openrouter: { name: 'openrouter', baseURL: 'https://openrouter.ai/api/v1' },
  together: { name: 'together', baseURL: 'https://api.together.ai/v1' },
  /** Outside China; inside it `https://dashscope.aliyuncs.com/compatible-mode/v1`. */
  qwen: { name: 'qwen', baseURL: 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1' },
  /** Outside China; inside it `https://open.bigmodel.cn/api/paas/v4`. */
  glm: { name: 'glm', baseURL: 'https://api.z.ai/api/paas/v4' },
  vllm: { name: 'vllm', baseURL: 'http://localhost:8000/v1' },
  ollama: { name: 'ollama', baseURL: 'http://localhost:11434/v1' },
  lmStudio: { name: 'lm-studio', baseURL: 'http://localhost:1234/v1' },
} as const satisfies Readonly<Record<string, OpenAIPreset>>

function placed(name: string, where: string, preset: OpenAIPreset): OpenAIPreset {
  if (!where) throw new HandbackError('provider/misuse', `${name}() needs to know where.`)
  return preset
}

/**
 * Azure, by the v1 address of a resource; `model` is the name of the deployment. A dated address goes into `baseURL`, with its query.
 *
 * @example openai({ ...azure('my-resource'), apiKey, model: 'my-deployment' })
 */
export const azure = (resource: string): OpenAIPreset =>
  placed('azure', resource, { name: 'azure', baseURL: `https://${resource}.openai.azure.com/openai/v1`, keyHeader: 'api-key' })

/**
 * Bedrock, with a Bedrock API key. Claude, Nova and Llama are not reached this way.
 *
 * @example openai({ ...bedrock('eu-central-1'), apiKey, model: 'openai.gpt-oss-120b-1:0' })
 */
export const bedrock = (region: string): OpenAIPreset =>
  placed('bedrock', region, { name: 'bedrock', baseURL: `https://bedrock-runtime.${region}.amazonaws.com/openai/v1` })
