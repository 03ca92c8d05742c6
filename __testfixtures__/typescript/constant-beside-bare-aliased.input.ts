// The name that takes the constant's place is another one here, and says as little.
export function choose(STAGING_AUTH_URL: string): boolean {
  return check('auth.old.ex.ai', STAGING_AUTH_URL) === 'https://auth.old.ex.ai';
}
