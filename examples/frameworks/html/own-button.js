/** A button of the page's own; the element's methods may be called before it is ready. */
document.querySelector('#help').addEventListener('click', () => document.querySelector('handback-chat').open())
