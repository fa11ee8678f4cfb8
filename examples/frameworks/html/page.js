/** Calls that wait for the chat, wherever its tag has got to. */
globalThis.handback = globalThis.handback || []
handback.push(
  ['options', { storageKey: 'shop' }],
  ['setAttributes', { plan: 'gold' }],
  ['on', 'open', () => document.querySelector('#heard').append('open ')],
  (chat) => chat.addEventListener('handback:message', () => document.querySelector('#heard').append('message ')),
)
