import type { KnowledgeArticle as Article } from 'handback/knowledge'
import { Marked } from 'marked'
import { escape, html, trusted, type Html } from './html.ts'
import { addressOf } from './articles.ts'
import { topicOf, topics, type Topic } from './topics.ts'

const marked = new Marked({ async: false, renderer: { html: ({ text }) => escape(text) } })

/** An article's Markdown as markup; raw markup inside it is shown, not used. */
export const markdown = (text: string): Html => trusted(marked.parse(text) as string)

/** The first sentences of an article, without marks. */
function summary({ body }: Article, length = 150): string {
  const plain = (body.split(/\n\s*\n/, 1)[0] ?? '').replace(/[*_`]/g, '').replace(/\s+/g, ' ')
  return plain.length <= length ? plain : `${plain.slice(0, plain.lastIndexOf(' ', length))} …`
}

const link = (article: Article): Html => html`<a href="${addressOf(article.id)}">${article.title}</a>`

const list = (articles: readonly Article[]): Html => html`<ul class="links">${articles.map(article => html`<li>${link(article)}</li>`)}</ul>`

const icon = (path: string): Html => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}" /></svg>`

const magnifier = icon('M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20')

const search = (value: string, placeholder: string): Html => html`
  <form class="search" action="/search" role="search">
    <label class="hidden" for="q">Search the help site</label>
    ${magnifier}
    <input id="q" name="q" type="search" value="${value}" placeholder="${placeholder}" autocomplete="off" maxlength="200" required />
    <button type="submit">Search</button>
  </form>`

const contact = html`
  <aside class="contact">
    <div>
      <h2>Still need a hand?</h2>
      <p>Our assistant answers at once, day and night, and a colleague takes over whenever you ask for one.</p>
    </div>
    <button type="button" class="primary" data-open-chat hidden>Chat with us</button>
  </aside>`

interface Page {
  readonly title: string
  readonly body: Html
  readonly search?: string
  readonly home?: boolean
}

const wordmark = html`
  <a class="wordmark" href="/">
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <path class="nut" d="M16 29c-6.6-2.5-10-6.7-10-11.6 0-1.9.5-3.5 1.4-4.9h17.2c.9 1.4 1.4 3 1.4 4.9C26 22.3 22.6 26.5 16 29z" />
      <path class="cap" d="M5.5 12.5C6 7.3 10.2 3.5 16 3.5s10 3.8 10.5 9c.1.8-.5 1.5-1.3 1.5H6.8c-.8 0-1.4-.7-1.3-1.5z" />
    </svg>
    <span>Hazelbank</span> <span class="section">Help</span>
  </a>`

const layout = ({ title, body, search: query, home = false }: Page): Html => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="description" content="Answers about cards, payments, transfers and your account at Hazelbank." />
    <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/assets/site.css" />
    <script type="module" src="/assets/site.js"></script>
  </head>
  <body>
    <a class="skip" href="#content">Skip to content</a>
    <header class="top">
      <div class="width">
        ${wordmark}
        ${!home && search(query ?? '', 'Search the help site')}
      </div>
    </header>
    <main id="content">${body}</main>
    <footer class="bottom">
      <div class="width">
        <nav aria-label="Topics"><ul>${topics.map(topic => html`<li><a href="/#${topic.id}">${topic.title}</a></li>`)}</ul></nav>
        <p>Hazelbank is an invented bank: its products, prices and promises exist only on this site.</p>
      </div>
    </footer>
  </body>
</html>
`

const SHOWN = 5

const shelf = (topic: Topic, articles: readonly Article[]): Html => html`
  <section class="shelf" id="${topic.id}" aria-labelledby="${topic.id}-title">
    <header>
      <span class="badge">${icon(topic.icon)}</span>
      <div>
        <h2 id="${topic.id}-title">${topic.title}</h2>
        <p>${topic.about}</p>
      </div>
    </header>
    ${list(articles.slice(0, SHOWN))}
    ${
      articles.length > SHOWN &&
      html`<details>
      <summary><span>Show ${articles.length - SHOWN} more</span></summary>
      ${list(articles.slice(SHOWN))}
    </details>`
    }
  </section>`

const onShelf = (topic: Topic, articles: readonly Article[]): Article[] =>
  topic.articles.flatMap(id => articles.find(article => article.id === id) ?? [])

const popular: readonly (readonly [id: string, label: string])[] = [
  ['card_arrival', 'Card has not arrived'],
  ['lost_or_stolen_card', 'Lost or stolen card'],
  ['pending_transfer', 'Pending transfer'],
  ['passcode_forgotten', 'Forgotten passcode'],
]

export const homePage = (articles: readonly Article[]): Html =>
  layout({
    title: 'Hazelbank Help',
    home: true,
    body: html`
      <div class="hero">
        <div class="width">
          <h1>How can we help?</h1>
          ${search('', 'Ask in your own words')}
          <ul class="popular" aria-label="Often read">
            ${popular.map(([id, label]) => html`<li><a href="${addressOf(id)}">${label}</a></li>`)}
          </ul>
        </div>
      </div>
      <div class="width">
        <div class="shelves">${topics.map(topic => shelf(topic, onShelf(topic, articles)))}</div>
        ${contact}
      </div>`,
  })

const crumbs = (topic: Topic | undefined, here: string): Html => html`
  <nav class="crumbs" aria-label="Breadcrumb">
    <ol>
      <li><a href="/">Help</a></li>
      ${topic && html`<li><a href="/#${topic.id}">${topic.title}</a></li>`}
      <li aria-current="page">${here}</li>
    </ol>
  </nav>`

export function articlePage(article: Article, articles: readonly Article[]): Html {
  const topic = topicOf(article.id)
  const related = topic ? onShelf(topic, articles).filter(other => other !== article) : []
  return layout({
    title: `${article.title} · Hazelbank Help`,
    body: html`
      <div class="width reading">
        ${crumbs(topic, article.title)}
        <div class="columns">
          <article>
            <h1>${article.title}</h1>
            <div class="prose">${markdown(article.body)}</div>
            ${contact}
          </article>
          ${
            topic &&
            html`<aside class="related" aria-labelledby="related">
            <h2 id="related">More in ${topic.title}</h2>
            ${list(related.slice(0, 6))}
          </aside>`
          }
        </div>
      </div>`,
  })
}

export const searchPage = (query: string, found: readonly Article[]): Html =>
  layout({
    title: query === '' ? 'Search · Hazelbank Help' : `${query} · Hazelbank Help`,
    search: query,
    body: html`
      <div class="width reading">
        ${crumbs(undefined, 'Search')}
        <h1>${query === '' ? 'What are you looking for?' : found.length > 0 ? html`Results for “${query}”` : html`Nothing found for “${query}”`}</h1>
        ${
          found.length > 0
            ? html`<ol class="results">
          ${found.map(
            article => html`<li>
            <p class="where">${topicOf(article.id)?.title}</p>
            <h2>${link(article)}</h2>
            <p>${summary(article)}</p>
          </li>`,
          )}
        </ol>`
            : html`<p class="lead">${query === '' ? 'Type a question in your own words.' : 'Try other words, choose a topic below, or ask us directly.'}</p>`
        }
        ${contact}
      </div>`,
  })

const message = (title: string, text: Html): Html =>
  layout({
    title: `${title} · Hazelbank Help`,
    body: html`
      <div class="width reading">
        ${crumbs(undefined, title)}
        <h1>${title}</h1>
        <p class="lead">${text}</p>
        ${contact}
      </div>`,
  })

export const missingPage = (): Html =>
  message('This page does not exist', html`Search for what you need, or start again from <a href="/">the help site’s first page</a>.`)

export const failedPage = (): Html => message('Something went wrong', html`It is our fault, not yours. Please try again in a moment.`)
