import { EmbeddedStore } from '../../src/store/embedded-store.ts'
import { storeContract } from './store-contract.ts'

storeContract('embedded', {
  open: () => Promise.resolve(new EmbeddedStore()),
  wipe: store => store.close(),
})
