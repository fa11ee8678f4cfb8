/** One guard taken out of the source: a search-and-replace that must apply exactly once, and the tests that must notice. */
export interface Mutant {
  readonly name: string
  /** From the root of the repository. */
  readonly file: string
  readonly search: string
  readonly replace: string
  /** Test files, at least one of which fails by an assertion. */
  readonly kills: readonly [string, ...string[]]
  /** Only the tests whose names hold this, where a file has many. */
  readonly only?: string
  /** What the guard is for. */
  readonly why: string
}
