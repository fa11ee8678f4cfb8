import type { Logbook } from './log.ts'
import { bot, jo, machine, mei, sarah, tom } from './log.ts'

export function closing(log: Logbook): void {
  log.add(mei, 'conversation-started', { visitor: mei, page: 'https://example.com/' })
  log.add(mei, 'handoff-requested', { reason: 'visitor-request', until: log.after(180_000) })
  log.add(sarah, 'floor-claimed', { agent: sarah })
  log.add(sarah, 'floor-returned', { tasks: ['survey', 'summary', 'follow-up', 'anything-else'] })
  log.add(bot, 'survey-asked', { episode: 3, until: log.after(600_000) })
  log.add(mei, 'survey-answered', { episode: 3, score: 7, comment: 'Quick and kind', factors: { 'information-quality': 6, patience: 7 } })
  log.add(bot, 'notice', { key: 'survey-thanks', params: {} })
  log.add(bot, 'summary-asked', { episode: 3, until: log.after(120_000) })
  log.add(bot, 'summary-written', { episode: 3, text: 'Sarah has refunded the second charge.' })
  log.add(bot, 'follow-up-asked', { until: log.after(300_000) })
  log.add(mei, 'follow-up-scheduled', { at: log.after(86_400_000), contact: 'mei@example.com', note: 'Whether the money has come' })
  log.add(bot, 'notice', { key: 'follow-up-scheduled', params: { at: 1_800_086_400_000 } })
  log.add(bot, 'anything-else-asked', { until: log.after(300_000) })
  log.add(machine, 'conversation-closed', { reason: 'done' })
  log.add(machine, 'follow-up-due', {})
  log.add(tom, 'conversation-reopened', { to: 'bot' })
  log.add(tom, 'floor-claimed', { agent: tom })
}

export function declined(log: Logbook): void {
  log.add(jo, 'conversation-started', { visitor: jo })
  for (const [person, episode] of [[sarah, 2], [tom, 5], [sarah, 7]] as const) {
    log.add(person, 'floor-claimed', { agent: person })
    log.add(person, 'floor-returned', { tasks: ['survey', 'follow-up', 'summary'] })
    if (episode === 2) {
      log.add(bot, 'survey-asked', { episode, until: log.after(600_000) })
      log.add(machine, 'survey-expired', { episode })
      log.add(jo, 'survey-answered', { episode, score: 1 })
      log.add(bot, 'follow-up-asked', { until: log.after(300_000) })
      log.add(jo, 'follow-up-declined', {})
      log.add(bot, 'notice', { key: 'follow-up-declined', params: {} })
      log.add(bot, 'summary-asked', { episode, until: log.after(120_000) })
      log.add(machine, 'summary-expired', { episode })
      log.add(bot, 'tasks-ended', { reason: 'question' })
    } else if (episode === 5) {
      log.add(bot, 'follow-up-asked', { until: log.after(300_000) })
      log.add(jo, 'follow-up-scheduled', { at: log.after(3_600_000) })
      log.add(sarah, 'tasks-ended', { reason: 'claim' })
    } else {
      log.add(bot, 'survey-asked', { episode, until: log.after(600_000) })
      log.add(jo, 'survey-declined', { episode })
      log.add(bot, 'anything-else-asked', { until: log.after(300_000) })
      log.add(machine, 'conversation-closed', { reason: 'done' })
    }
  }
}
