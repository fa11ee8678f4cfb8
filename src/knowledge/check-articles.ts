import type { KnowledgeArticle } from './article.ts'

/** What an article is called in a message: its id, or where it stands. */
const nameOf = (id: unknown, at: number): string => (typeof id === 'string' && id !== '' ? `the article ${JSON.stringify(id)}` : `articles[${at}]`)

/** @throws TypeError that names the first article that cannot be found by a search, and its field */
export function checkArticles(articles: readonly KnowledgeArticle[]): void {
  const must = (good: boolean, what: string): void => {
    if (!good) throw new TypeError(`knowledge: ${what}.`)
  }
  must(Array.isArray(articles), '`articles` must be an array')
  const ids = new Set<string>()
  for (const [at, article] of articles.entries()) {
    // the page of a site without types may give anything
    const given = article as Partial<KnowledgeArticle> | null
    must(typeof given === 'object' && given !== null, `articles[${at}] must be an object with id, title and body; \`parseArticle\` makes one of Markdown`)
    const name = nameOf(given?.id, at)
    for (const field of ['id', 'title', 'body'] as const) {
      const value = given?.[field]
      must(typeof value === 'string' && (field === 'body' || value !== ''), `${name} needs the field \`${field}\`, a string`)
    }
    const { questions } = article
    const texts = questions === undefined || (Array.isArray(questions) && questions.every((question) => typeof question === 'string'))
    must(texts, `\`questions\` of ${name} must be an array of strings`)
    must(!ids.has(article.id), `two articles have the id ${JSON.stringify(article.id)}`)
    ids.add(article.id)
  }
}
