(async () => {
  await fetch('https://api.old.ex.ai/x')
})()
module.exports = {}
