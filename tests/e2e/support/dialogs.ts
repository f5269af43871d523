import type { ElectronApplication } from 'playwright-core'

/** From now on the system's file dialogs are answered with these paths, as if chosen there. */
export async function choosesInDialogs(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    Object.assign(dialog, { showOpenDialog: async () => ({ canceled: false, filePaths }) })
  }, [...paths])
}
