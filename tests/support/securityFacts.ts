/** Words that must stand in the files that the Electron checklist of docs/security.md rests on. */
export const CONTENT: Readonly<Record<string, readonly string[]>> = {
  'electron/window.ts': [
    'sandbox: true', 'contextIsolation: true', 'nodeIntegration: false', 'webSecurity: true', 'webviewTag: false', 'navigateOnDragDrop: false',
    "default-src 'none'", "script-src 'self'", "connect-src 'none'", "object-src 'none'", 'setPermissionRequestHandler((_contents, _permission, answer) => answer(false))',
    'setPermissionCheckHandler(() => false)', "setWindowOpenHandler(() => ({ action: 'deny' }))", "'will-navigate', (event) => event.preventDefault()", "'will-redirect'", "'will-attach-webview'",
  ],
  'electron/main.ts': ['app.enableSandbox()', "'host-resolver-rules', 'MAP * ~NOTFOUND'", "'disable-background-networking'"],
  'electron/ipc.ts': ['event.sender === window.webContents', 'frame === window.webContents.mainFrame', 'Object.hasOwn(requests, channel)'],
  'build/dist/fuses.mjs': ['runAsNode: false', 'enableNodeOptionsEnvironmentVariable: false', 'enableNodeCliInspectArguments: false', 'enableEmbeddedAsarIntegrityValidation: true', 'onlyLoadAppFromAsar: true'],
}
