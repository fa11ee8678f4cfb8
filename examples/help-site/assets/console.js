import { createDesk, http, mountConsole } from '/handback/console.js'

const KEY = 'hazelbank-agent'
const part = id => document.getElementById(id)

/** What is kept for a reload of this tab: `{ identity, token, expires, me }`. */
function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
  } catch {
    return null
  }
}

async function signIn(identity) {
  const response = await fetch('/dev/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identity }),
  })
  if (!response.ok) throw new Error(`The server refused the sign-in (${response.status}).`)
  const session = { identity, ...(await response.json()) }
  sessionStorage.setItem(KEY, JSON.stringify(session))
  return session
}

let stop = () => {}

function show(session) {
  let current = session
  const hub = {
    endpoint: '/handback',
    async credentials(why) {
      if (why !== 'first') current = await signIn(session.identity)
      return current.token
    },
  }
  const desk = createDesk({ transport: http(hub), credentials: hub.credentials, me: session.me })
  const unmount = mountConsole(part('console'), { desk, onSignOut: signOut, records: hub })
  stop = () => {
    unmount()
    desk.destroy()
  }
  part('sign-in').hidden = true
  part('signed-in').hidden = false
}

function signOut() {
  stop()
  stop = () => {}
  sessionStorage.removeItem(KEY)
  part('signed-in').hidden = true
  part('sign-in').hidden = false
}

for (const button of document.querySelectorAll('[data-identity]')) {
  button.addEventListener('click', async () => {
    part('problem').textContent = ''
    try {
      show(await signIn(button.dataset.identity))
    } catch (error) {
      part('problem').textContent = error.message
    }
  })
}

const session = kept()
if (session) show(session)
else part('sign-in').hidden = false
