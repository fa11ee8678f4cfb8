import { mount } from '/handback/widget.js'

const chat = mount({ endpoint: '/handback' })

for (const button of document.querySelectorAll('[data-open-chat]')) {
  button.hidden = false
  button.addEventListener('click', () => {
    chat.open().then(
      () => (button.textContent = 'Chat with us'),
      () => (button.textContent = 'The chat could not be loaded. Try again'),
    )
  })
}
