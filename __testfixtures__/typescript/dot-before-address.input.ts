// A dot, escaped or not, or behind a star, ends an address where another one begins behind it.
f('https://api.old.ex.ai\\.https://api.old.ex.ai');
f('https://api.old.ex.ai.https://api.old.ex.ai');
f('https://api.old.ex.ai[.]https://api.old.ex.ai');
f('https://api.old.ex.ai*.https://api.old.ex.ai');
// A label behind the dot makes it another host.
f('https://api.old.ex.ai\\.https-docs');
