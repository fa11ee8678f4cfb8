import { expect, test } from 'vitest'
import * as ready from '../../src/widget/themes.ts'
import type { Theme } from '../../src/ui/theme.ts'
import { contrast, palette } from './contrast.ts'
import type { Scheme } from './contrast.ts'

/** Texts and what they stand on; the second is seen where the first is transparent. */
const texts: readonly (readonly [text: string, on: string, under?: string])[] = [
  ...['text', 'muted', 'danger'].flatMap((text) => ['bg', 'sunken', 'card'].map((on) => [text, on, 'bg'] as const)),
  ...['text', 'muted'].map((text) => [text, 'bubble', 'sunken'] as const),
  ['text', 'human'], ['muted', 'human'], ['text', 'note'], ['muted', 'note'],
  ['on-soft', 'soft'], ['on-human', 'human'], ['on-accent', 'accent'], ['on-own', 'own'], ['on-unread', 'unread'],
  ['on-header', 'header'], ['header-muted', 'header'],
]

/** What has to be seen without being read: around controls, and around what has the focus. */
const shapes: readonly (readonly [shape: string, on: string])[] = [['edge', 'bg'], ['edge', 'sunken'], ['focus', 'bg'], ['focus', 'sunken'], ['focus', 'card']]

const accents = ['#0c5a4b', '#ffd400', '#ffffff', '#000000', '#767676', '#757575', '#1d4ed8', '#7fff00', '#ff69b4', '#8b0000']
const looks: readonly (readonly [string, Theme])[] = [
  ...Object.entries<Theme>({ default: {}, ...ready }),
  ...accents.map((accent) => [`default with ${accent}`, { accent }] as const),
  ...['#ffd400', '#1d4ed8', '#767676'].map((accent) => [`aurora with ${accent}`, { ...ready.aurora, accent }] as const),
]

test.each(looks.flatMap(([name, theme]) => (['light', 'dark'] as const).map((scheme) => [name, scheme, theme] as const)))(
  'in %s, %s, every text has a contrast of 4.5 and every control and focus ring one of 3',
  (_name, scheme: Scheme, theme) => {
    const { token, backgrounds } = palette(theme, scheme)
    const low: string[] = []
    const check = (front: string, on: string, least: number, under = 'bg') => {
      for (const back of backgrounds(on, under)) {
        const found = contrast(token(front), back)
        if (found < least) low.push(`${front} on ${on}: ${found.toFixed(2)}`)
      }
    }
    for (const [text, on, under] of texts) check(text, on, 4.5, under)
    for (const [shape, on] of shapes) check(shape, on, 3)
    expect(low).toEqual([])
  },
)

test('the four ready themes differ in more than their colours', () => {
  const shapes = Object.values(ready).map(({ radius, tokens }) => JSON.stringify([radius, tokens?.['bubble-radius'], tokens?.['bubble-shadow'], tokens?.stroke, tokens?.['control-radius']]))
  expect(new Set(shapes).size).toBe(4)
})

test('a ready theme is plain data', () => {
  for (const theme of Object.values(ready)) expect(JSON.parse(JSON.stringify(theme))).toEqual(theme)
})
