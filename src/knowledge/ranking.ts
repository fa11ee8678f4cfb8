import MiniSearch, { type SearchOptions } from 'minisearch'
import type { KnowledgeArticle } from './article.ts'
import { plainText } from './plain-text.ts'
import { words } from './words.ts'

/** An article that has something in common with a question, and what. */
export interface Candidate {
  readonly id: string
  readonly score: number
  /** Words of the question found in its title or questions. */
  readonly headed: ReadonlySet<string>
  /** Words of the question found in that one title or question that fits best. */
  readonly matched: ReadonlySet<string>
  /** 0..1: what the question and the most similar title or question share, of all that either says. */
  readonly similar: number
}

interface Head {
  sum: number
  count: number
  similar: number
  readonly terms: Set<string>
  readonly best: ReadonlySet<string>
}

export interface Ranking {
  /** Best first. `terms`: the words of the question. */
  rank(question: string): { readonly terms: readonly string[]; readonly candidates: readonly Candidate[] }
  /** How telling a word is: high when few articles have it, highest when none has. */
  idf(term: string): number
}

const texts = { tokenize: words, processTerm: (term: string) => term }
const boost = { title: 2, questions: 3, body: 0.5 }
/** Five of an article's own questions count, 1.5 times each against the score of the whole article. */
const sampleCount = 5
const sampleWeight = 1.5
/** An article that was asked for in nearly these words before counts up to twice; the power keeps this to near repetitions. */
const repetition = 6
/** Candidates from which none are added. */
const enough = 4

/**
 * Two BM25 indexes over the same articles: one of whole articles, which finds what is said anywhere, and one of single
 * titles and questions, which finds the article that was asked for in such words before. An article's score is the sum.
 */
export function ranking(articles: readonly KnowledgeArticle[]): Ranking {
  const counts = new Map<string, number>()
  const contents = new Map<string, ReadonlySet<string>>()
  const whole = new MiniSearch<{ id: number; title: string; questions: string; body: string }>({ fields: ['title', 'questions', 'body'], ...texts })
  const samples = new MiniSearch<{ id: string; text: string }>({ fields: ['text'], ...texts })
  articles.forEach(({ title, questions = [], body }, id) => {
    const document = { id, title, questions: questions.join('\n'), body: plainText(body) }
    whole.add(document)
    samples.addAll([title, ...questions].map((text, i) => ({ id: `${id}#${i}`, text })))
    for (const [i, text] of [title, ...questions].entries()) contents.set(`${id}#${i}`, new Set(words(text)))
    for (const term of new Set(words(`${title}\n${document.questions}\n${document.body}`))) counts.set(term, (counts.get(term) ?? 0) + 1)
  })
  // Misspellings only: a word that the articles know means itself.
  const unknown = (term: string): boolean => term.length > 3 && !counts.has(term)
  const spelling: SearchOptions = { fuzzy: (term) => (unknown(term) ? 0.3 : false), prefix: unknown, weights: { fuzzy: 0.6, prefix: 0.4 } }

  const idf = (term: string): number => {
    const count = counts.get(term) ?? 0
    return Math.log(1 + (articles.length - count + 0.5) / (count + 0.5))
  }
  const weigh = (terms: Iterable<string>): number => [...terms].reduce((sum, term) => sum + idf(term), 0)
  /** Weighed Jaccard index: misspelled words count as the ones they were taken for. */
  const similarity = (asked: readonly string[], understood: ReadonlySet<string>, sample: ReadonlySet<string>, found: ReadonlySet<string>): number => {
    const both = weigh([...sample].filter((term) => found.has(term)))
    const all = weigh(sample) + weigh(asked.filter((term) => !understood.has(term)))
    return all === 0 ? 0 : both / all
  }

  /** Articles like the best one, where few have a word in common with the question; below all that have. */
  const neighbours = (found: readonly Candidate[]): Candidate[] => {
    const [best] = found
    const title = articles.find(({ id }) => id === best?.id)?.title
    if (title === undefined || found.length >= enough) return []
    const none = new Set<string>()
    return whole
      .search(title, { boost })
      .map(({ id }) => articles[id]?.id ?? '')
      .filter((id) => found.every((each) => each.id !== id))
      .slice(0, enough - found.length)
      .map((id) => ({ id, score: 0, headed: none, matched: none, similar: 0 }))
  }

  return {
    idf,
    rank(question) {
      const terms = [...new Set(words(question))]
      const headed = new Map<number, Head>()
      for (const { id, score, queryTerms, terms: found } of samples.search(question, { bm25: { k: 1.2, b: 0.5, d: 0.3 }, ...spelling })) {
        const index = Number.parseInt(id, 10)
        const head = headed.get(index) ?? { sum: 0, count: 0, similar: 0, terms: new Set(), best: new Set(queryTerms) }
        if (head.count < sampleCount) head.sum += score
        head.count += 1
        head.similar = Math.max(head.similar, similarity(terms, new Set(queryTerms), contents.get(String(id)) ?? new Set(), new Set(found)))
        for (const term of queryTerms) head.terms.add(term)
        headed.set(index, head)
      }
      const candidates = whole.search(question, { boost, bm25: { k: 3, b: 0.4, d: 0 }, ...spelling }).map(({ id, score }) => {
        const head = headed.get(id)
        return {
          id: articles[id]?.id ?? '',
          score: (score + sampleWeight * (head?.sum ?? 0)) * (1 + (head?.similar ?? 0) ** repetition),
          headed: head?.terms ?? new Set<string>(),
          matched: head?.best ?? new Set<string>(),
          similar: head?.similar ?? 0,
        }
      })
      candidates.sort((a, b) => b.score - a.score)
      return { terms, candidates: [...candidates, ...neighbours(candidates)] }
    },
  }
}
