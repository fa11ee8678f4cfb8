/** @jsxImportSource react */
export default function Page() {
  return <main>Rendered by the server</main>
}
