import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import './style/tokens.css'
import './style/base.css'
import './style/frame.css'
import './style/grid.css'
import './style/rows.css'
import './style/panel.css'
import './style/home.css'
import './style/audit.css'
import './style/seal.css'
import './style/verify.css'
import './style/safety.css'
import './style/import.css'
import './style/prior.css'
import './style/help.css'

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
