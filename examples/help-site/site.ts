import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { KnowledgeArticle as Article } from 'handback/knowledge'
import { sendFile, sendPage } from './http.ts'
import { articlePage, failedPage, homePage, missingPage, searchPage } from './render.ts'

export interface SiteOptions {
  readonly articles: readonly Article[]
  /** Ids of the articles that answer a question, best first. */
  search(question: string): Promise<readonly string[]>
}

const assets = fileURLToPath(new URL('assets', import.meta.url))
const replayPage = fileURLToPath(new URL('../replay', import.meta.url))

/** The public pages: `(request, response) → boolean`, false for an address that is not one of them. */
export function site({ articles, search }: SiteOptions): (request: IncomingMessage, response: ServerResponse) => boolean {
  const byId = new Map(articles.map(article => [article.id, article]))
  const missing = (response: ServerResponse): void => sendPage(response, 404, missingPage())

  async function file(response: ServerResponse, folder: string, name: string): Promise<void> {
    if (!(await sendFile(response, folder, name))) missing(response)
  }

  async function results(response: ServerResponse, query: string): Promise<void> {
    const ids = query === '' ? [] : await search(query)
    sendPage(response, 200, searchPage(query, ids.flatMap(id => byId.get(id) ?? [])))
  }

  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const url = URL.parse(request.url ?? '/', 'http://localhost')
    if (!url) return false
    const [, first = '', second = '', ...rest] = url.pathname.split('/')
    const fail = (error: unknown): void => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      if (!response.headersSent) sendPage(response, 500, failedPage())
      else response.destroy()
    }
    if (rest.length > 0) return false
    if (first === '') sendPage(response, 200, homePage(articles))
    else if (first === 'console' && second === '') file(response, assets, 'console.html').catch(fail)
    else if (first === 'replay') file(response, replayPage, second || 'replay.html').catch(fail)
    else if (first === 'assets') file(response, assets, second).catch(fail)
    else if (first === 'search' && second === '') results(response, (url.searchParams.get('q') ?? '').trim().slice(0, 200)).catch(fail)
    else if (first === 'articles') {
      const article = byId.get(second)
      if (article) sendPage(response, 200, articlePage(article, articles))
      else missing(response)
    } else return false
    return true
  }
}
