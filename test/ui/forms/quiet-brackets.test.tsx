// @vitest-environment happy-dom
import { render } from 'preact'
import { expect, test } from 'vitest'
import { FollowUp } from '../../../src/ui/forms/follow-up.tsx'
import { QuietBrackets } from '../../../src/ui/forms/quiet-brackets.tsx'
import { TicketForm } from '../../../src/ui/forms/ticket-form.tsx'
import { dictionaries, tags } from '../locales/dictionaries.ts'

const place = document.createElement('div')
const aside = (): string | undefined => place.querySelector('label small')?.textContent?.trim()

test('that an address may be left out is said quietly, in every language', () => {
  for (const strings of tags.map((tag) => dictionaries[tag])) {
    render(<TicketForm strings={strings} onLeave={async () => true} onCancel={() => undefined} />, place)
    expect(aside(), strings.ticketContact).toMatch(/^[(（].+[)）]$/)
    render(null, place)
    render(<FollowUp strings={strings} locale={strings.language} onSchedule={() => undefined} onDecline={() => undefined} />, place)
    const asides = [...place.querySelectorAll('label small')].map(({ textContent }) => textContent?.trim() ?? '')
    expect(asides.at(-1), strings.followUpContact).toMatch(/^[(（].+[)）]$/)
    render(null, place)
  }
})

test('only brackets at the end are quiet, and a label without any stays as it is', () => {
  const shown = (text: string) => {
    render(<QuietBrackets text={text} />, place)
    return [place.textContent, aside() ?? place.querySelector('small')?.textContent?.trim()]
  }
  expect(shown('E-mail (work) or phone')).toEqual(['E-mail (work) or phone', undefined])
  expect(shown('Phone (optional)')).toEqual(['Phone (optional)', '(optional)'])
  expect(shown('')).toEqual(['', undefined])
})
