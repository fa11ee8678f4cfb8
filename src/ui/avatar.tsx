import { useContext, useState } from 'preact/hooks'
import type { Person } from '../protocol/index.ts'
import { allowedPicture } from './allowed-picture.ts'
import { Icon } from './icons.tsx'
import { PictureOrigins } from './picture-origins.ts'

/** First letters of the first and the last word, at most two; a number beside a name is none of its initials. */
function initials(name: string): string {
  const all = name.trim().split(/\s+/)
  const named = all.filter((word) => /^\p{L}/u.test(word))
  const words = named.length > 0 ? named : all.slice(0, 1)
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words
  return letters.map((word) => [...(word ?? '')][0] ?? '').join('').toUpperCase()
}

/**
 * A picture, or initials; the assistant has a square with a spark, people have circles: told apart by shape, not colour alone.
 * Only pictures of allowed origins are requested, without a referrer.
 */
export function Avatar({ person, size = 28 }: { readonly person: Person; readonly size?: number }) {
  const [broken, setBroken] = useState<string>()
  const bot = person.kind === 'assistant'
  const allowed = allowedPicture(person.avatar ?? '', useContext(PictureOrigins), document.baseURI)
  const picture = allowed === broken ? undefined : allowed
  return (
    <span
      class={bot ? 'avatar bot' : 'avatar'}
      part="avatar"
      aria-hidden="true"
      style={{ width: `${size}px`, height: `${size}px`, fontSize: `${size * 0.4}px` }}
    >
      {picture
        ? <img src={picture} alt="" width={size} height={size} loading="lazy" referrerpolicy="no-referrer" onError={() => setBroken(picture)} />
        : bot ? <Icon name="spark" size={size * 0.6} /> : initials(person.name)}
    </span>
  )
}
