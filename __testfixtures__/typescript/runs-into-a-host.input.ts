export const urls = [
  'https://api.old.ex.ai*.old.ex.ai',
  'https://new.ex.ai..old.ex.ai',
  `https://www.old.ex.ai/docs${'https://api.old.ex.ai'}a@api.old.ex.ai`,
  `https://x${'https://api.old.ex.ai'}a@api.old.ex.ai`,
  'ws://api.old.ex.ai@api.old.ex.ai',
  'https://docs.new.ex.ai${x}@https://api.old.ex.ai',
];
