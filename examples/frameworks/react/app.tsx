/** @jsxImportSource react */
import { HandbackChat, HandbackProvider, useChat, useStatus, useUnread } from 'handback/react'
import { useState } from 'react'

function Header() {
  const chat = useChat()
  const unread = useUnread()
  const status = useStatus()
  return (
    <header>
      <h1>Shop</h1>
      <p id="facts">{`${chat ? 'chat' : 'no chat'}, ${status.type}, ${unread} unread`}</p>
    </header>
  )
}

export function App() {
  const [shown, setShown] = useState(true)
  const [dark, setDark] = useState(false)
  return (
    <HandbackProvider>
      <Header />
      <button type="button" onClick={() => setDark(!dark)}>Dark</button>
      <button type="button" onClick={() => setShown(!shown)}>Chat</button>
      {shown && <HandbackChat endpoint="/handback" theme={{ colorScheme: dark ? 'dark' : 'light' }} />}
    </HandbackProvider>
  )
}
