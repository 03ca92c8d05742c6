// What stands behind an address with two slashes is a path of it, before the run and after.
export const joined = [f('https://api.old.ex.ai//ws-new.ex.ai'), f('https://api.old.ex.ai/a//ws-new.ex.ai'), f('//ws-new.ex.ai/a')];
