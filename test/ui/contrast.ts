import { tokens } from '../../src/ui/styles/tokens.ts'
import type { Theme, TokenValue } from '../../src/ui/theme.ts'

/** Colours of a theme worked out as a browser does, and WCAG 2 contrasts between them. Only for what tokens are written in. */

export type Scheme = 'light' | 'dark'
type Color = readonly [r: number, g: number, b: number]

/** `f(a,b(c,d),e)` → its arguments. */
function split(inner: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let index = 0; index < inner.length; index += 1) {
    if (inner[index] === '(') depth += 1
    else if (inner[index] === ')') depth -= 1
    else if (inner[index] === ',' && depth === 0) {
      parts.push(inner.slice(from, index))
      from = index + 1
    }
  }
  return [...parts, inner.slice(from)].map((part) => part.trim())
}

const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

/** WCAG 2 relative luminance. */
const luminance = ([r, g, b]: Color): number => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)

/** OKLCH of a colour, and back (Björn Ottosson's matrices). */
function toOklch([r, g, b]: Color): readonly [l: number, c: number, h: number] {
  const [x, y, z] = [channel(r), channel(g), channel(b)]
  const l = Math.cbrt(0.4122214708 * x + 0.5363325363 * y + 0.0514459929 * z)
  const m = Math.cbrt(0.2119034982 * x + 0.6806995451 * y + 0.1073969566 * z)
  const s = Math.cbrt(0.0883024619 * x + 0.2817188376 * y + 0.6299787005 * z)
  const [a, bb] = [1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s]
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(a, bb), Math.atan2(bb, a)]
}
function fromOklch(lightness: number, c: number, h: number): Color {
  const [a, b] = [c * Math.cos(h), c * Math.sin(h)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s, -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s]
  return linear.map((value) => {
    const inside = Math.min(1, Math.max(0, value))
    return inside <= 0.0031308 ? inside * 12.92 : 1.055 * inside ** (1 / 2.4) - 0.055
  }) as unknown as Color
}

export function contrast(one: Color, other: Color): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const named: Readonly<Record<string, string>> = { transparent: '', rebeccapurple: '#663399', gold: '#ffd700' }

/** The default values, as the style sheet has them; those for browsers that know relative colours win. */
const defaults = new Map([...tokens.matchAll(/--handback-([\w-]+):([^;{}]+)/g)].map(([, name = '', value = '']) => [name, value]))

const written = (value: TokenValue): string => (typeof value === 'string' ? value : `light-dark(${value[0]},${value[1]})`)

/** What each token is in one scheme: `background` lists every colour that a gradient passes. */
export function palette(theme: Theme, scheme: Scheme) {
  const { accent, tokens: more = {} } = theme
  const values = new Map(defaults)
  for (const [name, value] of Object.entries(more)) values.set(name, written(value))
  if (accent !== undefined) values.set('accent', written(accent))
  const readable = (of: Color): Color => (luminance(of) > 0.179 ? [0, 0, 0] : [1, 1, 1])

  function color(value: string): Color {
    const hex = /^#([\da-f]{3,8})$/i.exec(named[value] ?? value)?.[1]
    if (hex) {
      const full = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex
      return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255) as unknown as Color
    }
    const [, name = '', inner = ''] = /^([\w-]+)\((.*)\)$/s.exec(value) ?? []
    const parts = split(inner)
    if (name === 'var') return token((parts[0] ?? '').replace('--handback-', ''))
    if (name === 'light-dark') return color(parts[scheme === 'light' ? 0 : 1] ?? '')
    if (name === 'color-mix') {
      const [, first = '', percent = '50'] = /^(.*?)(?: (\d+)%)?$/s.exec(parts[1] ?? '') ?? []
      const [a, b, share] = [color(first), color(parts[2] ?? ''), Number(percent) / 100]
      return a.map((part, index) => part * share + (b[index] ?? 0) * (1 - share)) as unknown as Color
    }
    const tint = /^from (var\([^)]+\)) ([\d.]+) min\(c \* ([\d.]+),([\d.]+)\) h$/.exec(inner)
    if (name === 'oklch' && tint) {
      const [, c, h] = toOklch(color(tint[1] ?? ''))
      return fromOklch(Number(tint[2]), Math.min(c * Number(tint[3]), Number(tint[4])), h)
    }
    // the only relative colour in a theme: the other one of black and white
    if (name === 'color' && inner.includes('calc(1 - r)')) return color(/from (var\([^)]+\))/.exec(inner)?.[1] ?? '').map((part) => 1 - part) as unknown as Color
    throw new TypeError(`not a colour that is known here: ${value}`)
  }
  function token(name: string): Color {
    // set by the sheet from the accent, where a theme does not
    if (name === 'on-accent' && !('on-accent' in more)) return readable(token('accent'))
    const value = values.get(name)
    if (value === undefined) throw new TypeError(`no token ${name}`)
    return color(value)
  }
  return {
    token,
    /** All colours behind a text: the ends of a gradient, or what shines through. */
    backgrounds(name: string, under: string): readonly Color[] {
      const value = values.get(name) ?? values.get(under) ?? ''
      if (value === 'transparent') return [token(under)]
      const gradient = /^linear-gradient\((.*)\)$/s.exec(value)?.[1]
      return gradient ? split(gradient).slice(1).map(color) : [color(value)]
    },
  }
}
