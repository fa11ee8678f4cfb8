/** @jsxImportSource react */
import type { ReactNode } from 'react'
import { Support } from './support.tsx'

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <title>Shop</title>
      </head>
      <body>
        <Support>{children}</Support>
      </body>
    </html>
  )
}
