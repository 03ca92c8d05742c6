// eslint-disable-next-line no-undef

report('https://api.old.ex.ai');

export const last = 1;
