import type { ComponentChildren } from 'preact'

/** One thing to know, under its title. */
export const Section = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <section class="context-section">
    <h4>{title}</h4>
    {children}
  </section>
)
