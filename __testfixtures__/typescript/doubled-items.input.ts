export const origins = ['https://api.old.ex.ai', 'https://auth.old.ex.ai'];
export const mirrors = ['https://api.old.ex.ai', 'https://backend-7f3a.run.example.net'];
