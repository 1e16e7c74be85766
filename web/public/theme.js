// Runs before the first paint, as a file of its own because the content security policy allows no inline script.
;(() => {
  let kept = null
  try {
    kept = localStorage.getItem('throughline.theme')
    document.documentElement.lang = localStorage.getItem('throughline.language') === 'en' ? 'en' : 'vi'
  } catch {
    // Storage can be switched off by policy; the system's theme and Vietnamese then hold.
  }
  const dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
