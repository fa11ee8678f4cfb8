/** What a process of the herd is started with. */
export interface HerdSettings {
  readonly port: number
  /** Number of its first client. */
  readonly from: number
  readonly count: number
  readonly scale: number
}

/** What it tells, again and again. */
export interface HerdNews {
  /** Clients that have had their hello. */
  readonly up: number
  /** Answers so far that said to come back later. */
  readonly busy: number
}
