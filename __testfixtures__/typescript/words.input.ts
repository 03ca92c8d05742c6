export function words(map: Record<string, number>) {
  for (const url of['https://api.old.ex.ai'])console.log(url);
  if ('https://api.old.ex.ai'in map) throw'https://api.old.ex.ai/thrown';
  return'https://api.old.ex.ai';
}
export const lazy = async () => await`https://api.old.ex.ai`;
export default'https://api.old.ex.ai';
