import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../core/contract.ts'

const bridge: Bridge = {
  call: (channel, args) => ipcRenderer.invoke('call', channel, args),
  dialog: (name, args) => ipcRenderer.invoke('dialog', name, args),
  platform: process.platform,
}
contextBridge.exposeInMainWorld('api', bridge)
