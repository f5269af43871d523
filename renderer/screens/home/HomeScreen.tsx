/** Not drawn yet. */
export const HomeScreen = () => <main />
