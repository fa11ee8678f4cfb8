import type { AIProvider, Knowledge } from 'handback/contracts'
import { knowledgeProvider } from 'handback/providers/knowledge'
import { openai, presets } from 'handback/providers/openai'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The provider that the environment asks for: any server that speaks OpenAI's chat completions (`HANDBACK_MODEL_URL`),
 * OpenAI, Anthropic's compatible endpoint, or, without any of these, the site's own articles. `HANDBACK_MODEL` names the model.
 */
export function chooseProvider(knowledge: Knowledge, env: Environment): AIProvider {
  const { HANDBACK_MODEL_URL: baseURL, HANDBACK_MODEL: model, OPENAI_API_KEY: openaiKey, ANTHROPIC_API_KEY: anthropicKey } = env
  if (baseURL) return openai({ baseURL, model: model ?? 'default', ...(openaiKey ? { apiKey: openaiKey } : {}) })
  if (openaiKey) return openai({ apiKey: openaiKey, model: model ?? 'gpt-5-mini' })
  if (anthropicKey) return openai({ ...presets.anthropic, apiKey: anthropicKey, model: model ?? 'claude-haiku-4-5' })
  return knowledgeProvider({ knowledge })
}
