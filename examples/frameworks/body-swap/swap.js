/** The least that a router of this kind does: the next page's body in place of this one, and what is marked to be kept moved into it. */
const load = (address) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest()
  request.responseType = 'document'
  request.addEventListener('load', () => resolve(request.response))
  request.addEventListener('error', reject)
  request.open('GET', address)
  request.send()
})

document.addEventListener('click', async (event) => {
  const link = event.target.closest?.('a[href^="/"]')
  if (!link) return
  event.preventDefault()
  const next = document.adoptNode((await load(link.href)).body)
  const kept = [...document.querySelectorAll('[data-keep]')]
  history.pushState(null, '', link.href)
  document.body.replaceWith(next)
  // As Turbo does: what is kept comes back after the swap, some promises later.
  await Promise.resolve()
  for (const element of kept) next.querySelector(`#${element.id}`)?.replaceWith(element)
})
