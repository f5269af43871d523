/** Not drawn yet. */
export const AuditScreen = () => <main />
