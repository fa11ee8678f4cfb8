import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArticle, type KnowledgeArticle } from 'handback/knowledge'

/** The articles of a folder of Markdown files; the name of a file is its article's id and part of its address. */
export const readArticles = (folder: string): KnowledgeArticle[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .toSorted()
    .map(name => parseArticle(readFileSync(join(folder, name), 'utf8'), basename(name, '.md')))

export const addressOf = (article: string): string => `/articles/${encodeURIComponent(article)}`
