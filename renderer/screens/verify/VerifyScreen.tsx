/** Being drawn by ui-2. */
export const VerifyScreen = () => <main />
