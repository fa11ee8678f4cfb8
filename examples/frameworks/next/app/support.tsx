/** @jsxImportSource react */
'use client'

import { HandbackChat, HandbackProvider, useUnread } from 'handback/react'
import type { ReactNode } from 'react'

function Title() {
  const unread = useUnread()
  return <h1>{unread > 0 ? `Shop (${unread})` : 'Shop'}</h1>
}

/** The chat around a page: whatever is below may use the hooks. */
export function Support({ children }: { readonly children: ReactNode }) {
  return (
    <HandbackProvider>
      <Title />
      {children}
      <HandbackChat endpoint="/handback" onMessage={(message) => performance.mark(`message by ${message.author.kind}`)} />
    </HandbackProvider>
  )
}
