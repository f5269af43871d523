/** Not drawn yet. */
export const FindBox = () => null
