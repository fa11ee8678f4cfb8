import { tint } from './tint.ts'

/** What a conversation needs beside them. */
export const threadTokens = `
:host{
--handback-own:var(--handback-accent);--handback-on-own:var(--handback-on-accent);
--handback-bubble:light-dark(#fff,#1f2623);--handback-bubble-shadow:inset 0 0 0 var(--handback-stroke) var(--handback-line);
--handback-human:light-dark(#fdf1df,#35291a);--handback-on-human:light-dark(#6d3c00,#f7cd97);
--handback-live:light-dark(#1f9d55,#3fca7d);--handback-wait:light-dark(#c77700,#f0a63c);
--handback-note:light-dark(#fff7cf,#332d12);
--handback-bubble-radius:calc(.9*var(--handback-radius));--handback-tail:min(6px,var(--handback-bubble-radius));
--handback-bubble-padding:calc(2.25*var(--handback-space)) calc(3.25*var(--handback-space))}
@supports (color:oklch(from red l c h)){:host{
--handback-own:light-dark(var(--handback-accent),${tint('.45', '.14')});--handback-on-own:light-dark(var(--handback-on-accent),#fff)}}`
