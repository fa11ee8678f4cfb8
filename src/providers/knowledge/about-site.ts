/** What people ask about whoever runs the site, in phrases' names. */
export type AboutSite = 'hours' | 'contact' | 'complaint'

interface Kind {
  readonly asked: RegExp
  /** Titles of articles that can answer it, where a site has one. */
  readonly title: RegExp
}

const start = '^(?:(?:hi|hello|hey|so|and|ok|please)[\\s,.!]+)*'
const ask =
  "(?:what(?:['’]?s| is| are)|do (?:you|u) have|(?:please )?(?:give|tell|send) me|(?:can|could|may) i (?:have|get)|" +
  "i (?:want|need)|where(?:['’]?s| is| are)|is there)"
const owned = '(?:your|ur|the|a|an|any|you)'
const help = '(?:customer |phone |telephone |support |service |care |contact |help ?|nearest |opening |e-?mail |postal |business |office )*'
const detail =
  '(?:(?:phone|telephone|contact|support|service|help ?line|hot ?line) (?:number|line|details|info|information|address)s?|' +
  'phone|telephone|hot ?line|help ?line|number|address|location|offices?|branch(?:es)?|' +
  'e-?mail(?: address)?)'
const place = '(?: (?:to call|i can call|for (?:you|support|customer service)|please|in [\\p{L}\\s]+|near me))?'
const day = '(?: (?:up|now|today|tonight|tomorrow|weekends|(?:on|at|until|till|in|during|over) [\\p{L}\\p{N}:]+))*'
const team = '(?:you|u|(?:the |your )?(?:support|customer (?:service|support|care)|team|bank|office))'

const kinds: Readonly<Record<AboutSite, Kind>> = {
  hours: {
    asked: new RegExp(
      `${start}(?:(?:${ask} )?(?:${owned} )?(?:opening|business|office|closing|working|support) (?:hours?|times?)${day}|` +
        '(?:(?:what time|when|how late|how long|until when) )?' +
        `(?:are|do|will|is) ${team} (?:guys )?(?:be )?(?:still )?(?:open|close|closed|shut)${day})$`,
      'u',
    ),
    title: /\bopening\b|\bhours\b|\bwhen we are\b/i,
  },
  contact: {
    asked: new RegExp(
      `${start}(?:${ask} (?:your|ur|you|a|any) ${help}${detail}${place}|` +
        `${ask} the ${help}(?:phone number|help ?line|hot ?line|contact details)${place}|` +
        `(?:${help})?(?:phone number|telephone number|contact(?: (?:us|you|details|number|info))?|hot ?line|help ?line|address)|` +
        `(?:how|where) (?:do|can|could) i (?:contact|call|reach|phone|ring|e-?mail|write to|visit|find) ${team}|` +
        `(?:can|could|may) i (?:call|phone|ring|e-?mail|visit) ${team}|where (?:are|r) ${team} (?:located|based))$`,
      'u',
    ),
    title: /\bcontact|\breach us\b|\bcall us\b|\bwrite to us\b|\bour (?:phone|address|office|branch)|\bwhere (?:we are|to find us)\b/i,
  },
  complaint: {
    asked: new RegExp(
      `${start}(?:(?:how (?:do|can) i|(?:can|could|may) i|i(?:['’]d| would| do)? (?:want|wanna|like|need|wish|have)(?: to)?) )?` +
        '(?:(?:make|file|raise|lodge|submit|register|send|report) )?(?:(?:a|an|my) )?(?:formal |official |serious )?(?:complaints?|complain)$',
      'u',
    ),
    title: /\bcomplain/i,
  },
}

/** Which question about the site's owner this is, as a whole; `undefined` when it is about something else or more. */
export function aboutSite(message: string): AboutSite | undefined {
  const text = message
    .toLowerCase()
    .replace(/[\s.!?]+$/, '')
    .trim()
  return (['hours', 'contact', 'complaint'] as const).find((kind) => text.length < 100 && kinds[kind].asked.test(text))
}

/** Whether an article of this title is about it: one that only shares a word must not pass for an answer. */
export const answersAboutSite = (kind: AboutSite, title: string): boolean => kinds[kind].title.test(title)
