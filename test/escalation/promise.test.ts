import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { promisesHuman } from '../../src/escalation/index.ts'
import { adversarial, half, labelled, measured } from './labelled.ts'

describe('a promise that a person comes', () => {
  it('is heard on the labelled set', () => {
    const rows = labelled('promises.jsonl')
    expect(rows.length).toBeGreaterThan(300)
    const { recall, precision } = measured(rows, ({ promise }) => promise === true, promisesHuman)
    expect(recall).toBeGreaterThanOrEqual(0.98)
    expect(precision).toBeGreaterThanOrEqual(0.98)
  })

  it.each([
    ['odd', 100, 0.95, 0.95],
    ['even', 100, 0.66, 0.85],
  ] as const)('is heard on the %s lines of the fresh set', (part, lines, least, right) => {
    const rows = half(labelled('promises-fresh.jsonl'), part)
    expect(rows).toHaveLength(lines)
    const { recall, precision } = measured(rows, ({ promise }) => promise === true, promisesHuman)
    expect(recall).toBeGreaterThanOrEqual(least)
    expect(precision).toBeGreaterThanOrEqual(right)
  })

  it.each([
    'I’m connecting you with a human agent now.',
    'A colleague will get back to you shortly!',
    'I cannot do that. Someone from our team will contact you.',
    'Ein Kollege übernimmt gleich.',
    'Je vous mets en relation avec un conseiller.',
    'Te paso con un agente.',
    'Vou transferir você para um atendente.',
    'La metto in contatto con un operatore.',
    'Ik verbind u door met een collega.',
    'Tu caso está ahora en manos de nuestros especialistas.',
    'Onze administratie mailt u hier morgen over.',
    'I’ve told my colleague about it.',
    'I have already sent your request to our team.',
    'I’ve asked the branch to get back to you.',
    'I’ve told the branch to get back to you.',
    'I’ve sent your request through to be looked at.',
    'I’ve told Maria in billing about it.',
    'I’ve messaged Maria in billing about it.',
  ])('is “%s”', (text) => {
    expect(promisesHuman(text)).toBe(true)
  })

  it.each([
    'Would you like me to connect you with an agent?',
    'If you need more help, a colleague will call you.',
    'I can transfer you to a human if you like.',
    'Our agents are available Monday to Friday.',
    'Nobody will contact you.',
    'A colleague helped you yesterday.',
    'The technician will call you before arriving.',
    'I am sending you the link to reset your password.',
    'Wenn Sie möchten, verbinde ich Sie mit einem Mitarbeiter.',
    'No puedo transferirle a un agente.',
    'De gemeente neemt contact met u op.',
    'Su pedido ha sido enviado al almacén.',
    'I’ve just told you what it says.',
    'I have already sent you the steps.',
    'I’ve shared the link with you in my last answer.',
    'I’ve just told you in which menu it is.',
  ])('is not “%s”', (text) => {
    expect(promisesHuman(text)).toBe(false)
  })

  it('is judged sentence by sentence', () => {
    expect(promisesHuman('If you like, I can explain it. An agent will join this chat.')).toBe(true)
    expect(promisesHuman('Do you want an agent? They can be reached by phone.')).toBe(false)
  })
})

describe('the detector of promises', () => {
  it('takes any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 })), (text) => {
        expect(typeof promisesHuman(text)).toBe('boolean')
      }),
      { numRuns: 300, seed: 503 },
    )
  })

  // a reader whose time grows with the square would not come to the end of them; `npm run bench:growth` has the figures
  it('comes to the end of a million letters', () => {
    const seeds = ['someone will ', 'we ', 'i have ', 'un equipo ', 'vous ', 'un agente ', '.', '!?', 'a', 'you will be ', 'ein team ', "'", 'te le ']
    for (const text of adversarial(seeds)) {
      expect(typeof promisesHuman(text), text.slice(0, 20)).toBe('boolean')
    }
  })
})
