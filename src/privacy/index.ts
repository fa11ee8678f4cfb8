export { createVault, type RedactionOptions, type Vault } from './vault.ts'
