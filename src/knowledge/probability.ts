import type { Candidate, Ranking } from './ranking.ts'

/** What the probability is made of, each 0..1 but `margin`, which is below zero for all but the best candidate. */
export interface Features {
  /** Score against what a good match of all words gives, at most 1. */
  readonly score: number
  /** Distance to the rival: 1 - second / first for the best, own / first - 1 for the others. */
  readonly margin: number
  /** Share of the question's words, weighed by how telling they are, that its title and questions have. */
  readonly heading: number
  /** The same share, counting only the best one of them. */
  readonly sample: number
}

/** Coefficients of a logistic function over {@link Features}. */
export interface Weights extends Features {
  readonly bias: number
}

/**
 * Fitted on questions to a help site whose articles were there, and on questions about anything else, one in four.
 * A site whose visitors ask differently can fit its own from what people did with the answers.
 */
export const defaultWeights: Weights = { bias: -7.63, score: 6.94, margin: 5.69, heading: 0.43, sample: 0.45 }

/** Score, per unit of idf, from which more says nothing more. */
const good = 25

export function features(terms: readonly string[], candidates: readonly Candidate[], index: number, idf: Ranking['idf']): Features {
  const own = candidates[index]
  const total = terms.reduce((sum, term) => sum + idf(term), 0)
  if (!own || total === 0) return { score: 0, margin: 0, heading: 0, sample: 0 }
  const share = (found: ReadonlySet<string>): number => terms.reduce((sum, term) => sum + (found.has(term) ? idf(term) : 0), 0) / total
  const first = candidates[0]?.score ?? own.score
  return {
    score: Math.min(1, own.score / (good * total)),
    margin: index === 0 ? 1 - (candidates[1]?.score ?? 0) / first : own.score / first - 1,
    heading: share(own.headed),
    sample: share(own.matched),
  }
}

export function probability(found: Features, weights: Weights): number {
  const { bias, score, margin, heading, sample } = weights
  const sum = bias + score * found.score + margin * found.margin + heading * found.heading + sample * found.sample
  return 1 / (1 + Math.exp(-sum))
}
