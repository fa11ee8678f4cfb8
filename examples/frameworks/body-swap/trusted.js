/** Both make pages from text, and scripts from scripts of theirs: a site with the strictest policy says in this one that it trusts its own server. */
trustedTypes.createPolicy('default', { createHTML: (text) => text, createScript: (text) => text, createScriptURL: (address) => address })
