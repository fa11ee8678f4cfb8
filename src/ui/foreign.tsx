import { useLayoutEffect, useRef } from 'preact/hooks'

/** A node that somebody else has made and keeps. */
export function Foreign({ node }: { readonly node: Node }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => place.current?.replaceChildren(node), [node])
  return <div ref={place} />
}
