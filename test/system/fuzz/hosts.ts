import type { Choices } from './choices.ts';

const HOSTS = [
  'https://api.old.ex.ai', 'api.old.ex.ai', 'https://new.ex.ai', 'https://auth.old.ex.ai', 'https://app.old.ex.ai', 'wss://api.old.ex.ai', 'ws://api.old.ex.ai',
  'HTTPS://API.OLD.EX.AI', 'Api.Old.Ex.Ai', 'new.ex.ai', 'https://New.Ex.Ai', 'https://www.old.ex.ai/docs', 'www.old.ex.ai', 'https://x.old.ex.ai', '.old.ex.ai', 'a@api.old.ex.ai',
  'https://u:p@api.old.ex.ai:8443/?q=https://auth.old.ex.ai', 'https%3A%2F%2Fapi.old.ex.ai%2Fx', 'https://bücher.ex.ai', 'https://xn--bcher-kva.ex.ai', 'https://api.old.ex.ai.', 'notapi.old.ex.ai',
  'ws.old.ex.ai', 'https://backend-7.run.example.net', 'ws-new.ex.ai', 'https://docs.new.ex.ai', '//api.old.ex.ai', 'https://api.old.ex.ai,https://auth.old.ex.ai', 'api\\.old\\.ex\\.ai', '*.old.ex.ai', 'ex.ai',
]; // biome-ignore format: one list
const BESIDE = [
  '', '/', '/v1', '/{id}', '{{x}}', '}', '{', '/%s', '%(a)s', '?a=b&amp;c', '$', '${x}', '`', "'", '"', '/é', '😀', ' and ', ' https://', '#', '-', '.', ':8080', '*', '@', ',', ' -> ', '/v2.1/', ':1.4', '\u00a0', '\u2028',
]; // biome-ignore format: one list

/** A host with something before or behind it, or no host at all. */
export function address(choices: Choices): string {
  const host = choices.once(8) ? choices.pick(['word', 'x', '', 'utf-8']) : choices.pick(HOSTS);
  return (choices.once(5) ? choices.pick(BESIDE) : '') + host + (choices.once(2) ? choices.pick(BESIDE) : '');
}
