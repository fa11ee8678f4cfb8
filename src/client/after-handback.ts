/** What a visitor says when the assistant asks after a person's help: see `Chat`. */
export interface AfterHandback {
  /**
   * Rates the newest human episode, 1..7; `factors`: the same for single factors by name. Rejects `client/refused` for other scores
   * (`command/invalid`), where there is nothing to rate (`survey/not-open`), and while a person is there (`conversation/wrong-phase`).
   *
   * @example await chat.rate(6, 'Quick', { 'information-quality': 7 })
   */
  rate(score: number, comment?: string, factors?: Readonly<Record<string, number>>): Promise<void>
  /**
   * When asked for a rating: none, and the closing tasks go on. A rating is still taken. Rejects `client/refused` when it is not asked
   * (`survey/not-open`), and while a person is there (`conversation/wrong-phase`).
   *
   * @example if (chat.$state.get().survey !== null) await chat.declineRating()
   */
  declineRating(): Promise<void>
  /**
   * When asked whether somebody should come back: yes, `at` (ms since 1970, within a year; the hub refuses others: `command/invalid`). Rejects
   * `client/refused` when that is not asked (`follow-up/not-open`), and after the end (`conversation/closed`).
   *
   * @example await chat.scheduleFollowUp({ at: Date.now() + 3_600_000, contact: 'maria@example.com' })
   */
  scheduleFollowUp(followUp: { readonly at: number; readonly contact?: string; readonly note?: string }): Promise<void>
  /**
   * When asked whether somebody should come back: no. Rejects as `scheduleFollowUp` does.
   *
   * @example if (chat.$state.get().followUp) await chat.declineFollowUp()
   */
  declineFollowUp(): Promise<void>
}
