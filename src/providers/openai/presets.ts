import type { EndpointOptions } from './endpoint.ts'

/** What is particular about a server that speaks chat completions. */
export type OpenAIPreset = Pick<EndpointOptions, 'baseURL' | 'keyHeader'> & {
  /** False for servers that refuse `stream_options`. They count tokens unasked, or not at all. Default true. */
  readonly streamOptions?: boolean
  /** Whether tools are offered; false for servers and models that refuse them. Default true. */
  readonly tools?: boolean
}

/**
 * Servers that speak chat completions, as options to spread: `openai({ ...presets.groq, apiKey, model })`. What stands behind wins.
 *
 * @example openai({ ...presets.deepseek, apiKey, model: 'deepseek-chat' }) // a service with one address
 * @example openai({ ...presets.azure('my-resource'), apiKey, model: 'my-deployment' }) // one with an address per customer
 * @example openai({ ...presets.bedrock('eu-central-1'), apiKey, model: 'openai.gpt-oss-120b-1:0' }) // one with an address per region
 * @example openai({ ...presets.ollama, model: 'llama3.2' }) // a server on this machine, without a key
 * @example openai({ ...presets.vllm, baseURL: 'http://gpu.internal:8000/v1', model: 'Qwen/Qwen3-32B' }) // the same elsewhere
 */
export const presets = {
  openai: { baseURL: 'https://api.openai.com/v1' },
  /** The v1 address of a resource; `model` is the name of the deployment. A dated address goes into `baseURL`, with its query. */
  azure: (resource: string) => ({ baseURL: `https://${resource}.openai.azure.com/openai/v1`, keyHeader: 'api-key' }),
  /** With a Bedrock API key. Claude, Nova and Llama are not reached this way. */
  bedrock: (region: string) => ({ baseURL: `https://bedrock-runtime.${region}.amazonaws.com/openai/v1` }),
  anthropic: { baseURL: 'https://api.anthropic.com/v1' },
  gemini: { baseURL: 'https://generativelanguage.googleapis.com/v1beta/openai' },
  groq: { baseURL: 'https://api.groq.com/openai/v1' },
  mistral: { baseURL: 'https://api.mistral.ai/v1', streamOptions: false },
  deepseek: { baseURL: 'https://api.deepseek.com' },
  xai: { baseURL: 'https://api.x.ai/v1' },
  openrouter: { baseURL: 'https://openrouter.ai/api/v1' },
  together: { baseURL: 'https://api.together.ai/v1' },
  /** Outside China; inside it `https://dashscope.aliyuncs.com/compatible-mode/v1`. */
  qwen: { baseURL: 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1' },
  /** Outside China; inside it `https://open.bigmodel.cn/api/paas/v4`. */
  glm: { baseURL: 'https://api.z.ai/api/paas/v4' },
  vllm: { baseURL: 'http://localhost:8000/v1' },
  ollama: { baseURL: 'http://localhost:11434/v1' },
  lmStudio: { baseURL: 'http://localhost:1234/v1' },
} as const satisfies Readonly<Record<string, OpenAIPreset | ((where: string) => OpenAIPreset)>>
