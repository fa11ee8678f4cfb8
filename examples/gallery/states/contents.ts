import { bot, sarah, story, visitor } from '../rows.ts'
import type { GalleryState, Hand } from '../state.ts'

const sampler = `### Sending money abroad

Transfers are **free** within the euro area, and _usually_ arrive the ~~same~~ next day. See [the list of fees](/fees) or <https://example.com/a/rather/long/address/that/has/to/break>.

1. Choose the country
2. Enter the amount
   - at least 1 €
   - at most 10,000 €
3. Confirm

| Country | Fee | Days | Notice |
|---|---|---|---|
| Germany | 0 € | 1 | none |
| United Kingdom | 2.50 € | 1–2 | identity is verified |
| Japan | 4.00 € | 3 | cut-off at noon |

> Amounts over 10,000 € are checked by a person.

Use \`IBAN\` and \`BIC\`, like this:

\`\`\`json
{ "iban": "DE89 3704 0044 0532 0130 00", "amount": 25.5, "reference": "Invoice 4711, second reminder" }
\`\`\`

---

Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft`

const arabic = 'مرحبا، لم تصل بطاقتي الجديدة بعد. الرقم المرجعي هو DE-4711 منذ أسبوعين.'

/** To its beginning, until it no longer goes back to its end by itself while it takes its size. */
const toTop = async (hand: Hand) => {
  const log = await hand.find('.log')
  await hand.find('.thumbs')
  for (let still = 0; still < 20; still += 1) {
    if (log.scrollTop > 0) still = 0
    log.scrollTop = 0
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}

const contents = () => {
  const { says, notice } = story(9)
  return { says, notice }
}

const files = () => {
  const { says } = contents()
  return [
    says(visitor, 'This is what it looks like:', { with: [
      { type: 'attachment', blob: 'gallery-picture', name: 'card.png', media: 'image/png', size: 248_113, alt: 'A card that is broken in two' },
      { type: 'attachment', blob: 'gallery-letter', name: 'letter_of_the_bank_about_the_declined_payment_2026-05-04.pdf', media: 'application/pdf', size: 1_934_000 },
    ] }),
    says(sarah, 'Thank you. Please sign this one:', { with: [{ type: 'attachment', blob: 'gallery-form', name: 'statement.pdf', media: 'application/pdf', size: 91_000 }] }),
  ]
}

export const contentsStates: readonly GalleryState[] = [
  { name: 'markdown', title: 'Markdown', picture: { rows: [contents().says(bot, sampler)] }, after: toTop },
  { name: 'markdown-end', title: 'Markdown, its end', picture: { rows: [contents().says(bot, sampler)] } },
  { name: 'markdown-person', title: 'Markdown of a person', picture: { rows: [contents().says(sarah, sampler)], state: { phase: 'human' }, status: { type: 'agent', agent: sarah, away: false } } },
  {
    name: 'sources', title: 'Sources',
    picture: {
      rows: [contents().says(bot, 'A withdrawal costs 2 % above 200 € a month.', { with: [
        { type: 'citation', id: 'cash_withdrawal_charge', title: 'Why was I charged for a cash withdrawal?', url: '/help/cash-withdrawal-charge' },
        { type: 'citation', id: 'fees', title: 'All fees', url: 'https://example.com/fees' },
        { type: 'citation', id: 'internal', title: 'An article without an address' },
      ] })],
    },
  },
  {
    name: 'files', title: 'Files and pictures', last: true,
    picture: { rows: files(), state: { phase: 'human' }, status: { type: 'agent', agent: sarah, away: false } },
    after: async (hand) => {
      // a picture is fetched when it is seen
      hand.root.host.scrollIntoView()
      await hand.find('.picture')
      scrollTo(0, 0)
    },
  },
  {
    name: 'directions', title: 'Right-to-left text inside, long words',
    picture: {
      rows: [
        contents().says(visitor, arabic),
        contents().says(bot, `${arabic}\n\n1. الخطوة الأولى\n2. الخطوة الثانية`),
        contents().says(visitor, 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(3)),
        contents().says(visitor, 'ok 👍'),
      ],
    },
  },
  {
    name: 'groups', title: 'Several messages in a row',
    picture: {
      rows: (() => {
        const { says } = contents()
        const at = Date.now() - 120_000
        return [
          ...['One.', 'Two, which is a little longer than that.', 'Three.'].map((text) => says(visitor, text, { at })),
          ...['Three answers:', 'the second of them needs more than a single line to say what it says,', 'and the last.'].map((text) => says(bot, text, { at })),
          ...['And two', 'by a person.'].map((text) => says(sarah, text, { at })),
        ]
      })(),
      state: { phase: 'human' }, status: { type: 'agent', agent: sarah, away: false },
    },
  },
]
