/** @jsxImportSource react */
import { hydrateRoot } from 'react-dom/client'
import Layout from './app/layout.tsx'
import Page from './app/page.tsx'

/** What Next does in the page, without Next. */
hydrateRoot(document, <Layout><Page /></Layout>)
