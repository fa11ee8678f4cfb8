import type { MaybePromise } from './transport.ts'
import type { ReplyArticle } from './ai-provider.ts'

export interface Found {
  readonly article: ReplyArticle
  /** Calibrated probability, 0..1, that this article answers the question. Falls along the list. */
  readonly probability: number
}

/** A site's own articles, searchable. */
export interface Knowledge {
  /** Best first, at most `limit` (default 3). */
  search(question: string, options?: { readonly limit?: number }): MaybePromise<readonly Found[]>
  /** One article by id. */
  article(id: string): MaybePromise<ReplyArticle | undefined>
}
