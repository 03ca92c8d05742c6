export const APEX = 'ex.ai';
