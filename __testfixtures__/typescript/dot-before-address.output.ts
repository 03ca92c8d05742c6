// A dot, escaped or not, or behind a star, ends an address where another one begins behind it.
f('https://new.ex.ai\\.https://new.ex.ai');
f('https://new.ex.ai.https://new.ex.ai');
f('https://new.ex.ai[.]https://new.ex.ai');
f('https://new.ex.ai*.https://new.ex.ai');
// A label behind the dot makes it another host.
f('https://api.old.ex.ai\\.https-docs');
