/** The explanation of one screen: what it is for, what to do, what can go wrong. */
export interface ScreenHelp { readonly what: string; readonly how: readonly string[]; readonly wrong: readonly string[] }
