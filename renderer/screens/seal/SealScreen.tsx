/** Not drawn yet. */
export const SealScreen = () => <main />
