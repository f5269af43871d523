/** Not drawn yet. */
export const VerifyScreen = () => <main />
