/** A ledger server's address with the host that a local socket leaves out, so that it reads as a URL. */
export const withHost = (address: string): string => address.replace(/^(\w+:\/\/[^/?]*@)?(\w+:\/\/)?(?=\/)/, '$1$2localhost')
