/** Base URLs of services that speak chat completions. */
export const presets = {
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com/v1',
} as const
