import { HandbackError } from '../protocol/index.ts'
import { readFrontMatter } from './front-matter.ts'

/** One page of a site's help, as its Markdown file says it. */
export interface KnowledgeArticle {
  readonly id: string
  readonly title: string
  /** What visitors want when this article is the answer; for reports. */
  readonly intent?: string
  /** Ways to ask for this article, in visitors' words: four to eight are worth more than a long body. Default none. */
  readonly questions?: readonly string[]
  /** Markdown. */
  readonly body: string
}

/**
 * Reads one article: optional front matter (`title`, `intent`, a list `questions`), then Markdown.
 *
 * Without a `title` the first heading is the title and leaves the body; without a heading the first line is the title.
 * Byte order mark, CRLF, quotes, comments and unknown keys are fine.
 *
 * @throws HandbackError `request/invalid` when there is nothing to answer with: no body.
 * @example
 * parseArticle('---\ntitle: Refunds\nquestions:\n  - How do I get my money back?\n---\nAsk within 30 days.', 'refunds')
 */
export function parseArticle(source: string, id: string): KnowledgeArticle {
  const { fields, lists, rest } = readFrontMatter(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
  const heading = /^#{1,6}[ \t]+(.+?)[ \t]*#*$/m.exec(rest)
  const title = fields.get('title') || (heading?.[1] ?? firstLine(rest))
  const body = heading?.[1] === title ? rest.replace(heading[0], '') : rest
  if (title === '' || body.trim() === '') {
    throw new HandbackError('request/invalid', `The article "${id}" has no text. Write an answer in Markdown below its front matter.`)
  }
  const intent = fields.get('intent')
  const questions = lists.get('questions') ?? [fields.get('questions') ?? ''].filter(Boolean)
  return { id, title, questions, body: body.trim(), ...(intent ? { intent } : {}) }
}

const firstLine = (text: string): string => (text.trim().split('\n')[0] ?? '').replace(/[*_`]/g, '').slice(0, 80)
