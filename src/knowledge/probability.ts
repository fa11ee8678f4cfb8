import type { Candidate, Ranking } from './ranking.ts'
import { contentWords } from './words.ts'

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
  /** What the question and the most similar title or question share, of all that either says. */
  readonly similar: number
  /** How many words that say what it is about its title and questions have: 0 for none, 1 for four or more. */
  readonly evidence: number
  /** Share of the words that say what it is about which its title and questions do not have; for the limits only. */
  readonly strange: number
}

/** The features that are fitted. */
export const featureNames = ['score', 'margin', 'heading', 'sample', 'similar', 'evidence'] as const satisfies readonly (keyof Weights)[]

/** Coefficients of a logistic function over {@link Features}. */
export interface Weights extends Omit<Features, 'strange'> {
  readonly bias: number
}

/**
 * Fitted on questions to a help site whose articles were there, on questions about anything else, one in four, and on
 * questions cut down to one or two words.
 * A site whose visitors ask differently can fit its own from what people did with the answers.
 */
export const defaultWeights: Weights = { bias: -7.4, score: 4.96, margin: 4.75, heading: -0.26, sample: -0.22, similar: 4.05, evidence: 1.86 }

/** Score, per unit of idf, from which more says nothing more. */
const good = 25
/** Words found from which more say nothing more. */
const ample = 4
/** However well they fit, no word or one word found is not enough to answer by, unless that is all that was asked before. */
const limits = [0.1, 0.4]
/** As much for two words found and as many not found, which is about something near and rarely about the same: a person is offered. */
const half = 0.49
/** Similarity from which a question is one that was asked before. */
const alike = 0.9

export function features(terms: readonly string[], candidates: readonly Candidate[], index: number, idf: Ranking['idf']): Features {
  const own = candidates[index]
  const total = terms.reduce((sum, term) => sum + idf(term), 0)
  if (!own || total === 0) return { score: 0, margin: 0, heading: 0, sample: 0, similar: 0, evidence: 0, strange: 1 }
  const share = (found: ReadonlySet<string>): number => terms.reduce((sum, term) => sum + (found.has(term) ? idf(term) : 0), 0) / total
  const content = contentWords(terms)
  const first = candidates[0]?.score ?? own.score
  return {
    score: Math.min(1, own.score / (good * total)),
    margin: index === 0 ? 1 - (candidates[1]?.score ?? 0) / first : own.score / first - 1,
    heading: share(own.headed),
    sample: share(own.matched),
    similar: own.similar,
    evidence: Math.min(1, content.filter((term) => own.headed.has(term)).length / ample),
    strange: content.length === 0 ? 1 : content.filter((term) => !own.headed.has(term)).length / content.length,
  }
}

export function probability(found: Features, weights: Weights): number {
  const sum = featureNames.reduce((total, name) => total + weights[name] * found[name], weights.bias)
  const fitted = 1 / (1 + Math.exp(-sum))
  if (found.similar >= alike) return fitted
  const count = Math.round(found.evidence * ample)
  return Math.min(fitted, limits[count] ?? (count === 2 && found.strange >= 0.5 && found.similar < 0.3 ? half : 1))
}
