import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge } from '../core/contract.ts'

const bridge: Bridge = {
  call: (channel, args) => ipcRenderer.invoke('call', channel, args),
  dialog: (name, args) => ipcRenderer.invoke('dialog', name, args),
  platform: process.platform,
  pathOf: (file) => {
    try {
      return webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0])
    } catch {
      return ''
    }
  },
}
contextBridge.exposeInMainWorld('api', bridge)
