/** What is asked inside a bubble: a permission, the questions of a form. */
export const permission = `
.form{display:grid;gap:8px;min-width:min(240px,100%)}
.bubble .form ul{display:grid;gap:4px;padding-inline:1.2em}
.bubble .form li+li{margin:0}
.form .host{display:block;opacity:1}
.answer{display:flex;flex-wrap:wrap;gap:8px;margin-top:4px}
`
