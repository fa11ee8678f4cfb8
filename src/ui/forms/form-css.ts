import { card } from '../styles/late/card.ts'
import { permission } from '../styles/late/permission.ts'

/** What the questions of a form look like, in a message and in a card. */
export const formCss = `${card}${permission}
:is(.form,.card) .field{display:grid;gap:4px;margin:0}
:is(.form,.card) .field>label{display:block;font-size:1em}
.bubble .form>*{margin:0}
form.form{gap:10px;inline-size:300px;max-inline-size:100%}
.field select{appearance:auto}
.field input[type=date]{min-block-size:42px}
:is(.form,.card) .error{font-size:.93em}
.error>span{flex:1;min-width:0}
.buttons+[role=alert]:empty{display:none}
.primary[aria-disabled=true]{background:var(--handback-line);color:var(--handback-muted)}
`
