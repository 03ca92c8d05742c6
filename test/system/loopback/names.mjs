// Preloaded into a process (`node --import`): names below `.test` are this machine, as a hosts file has it, `nowhere.test` and all others
// do not exist, so that no question leaves it. With LOOPBACK_PORT every connection to such a name goes to that port.
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const { LOOPBACK_PORT } = process.env;
const HERE = { address: '127.0.0.1', family: 4 };

const isHere = (host) => typeof host === 'string' && host.endsWith('.test') && host !== 'nowhere.test';

function noSuchName(host) {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: host });
}

function addressOf(host) {
  if (net.isIP(host)) return { address: host, family: net.isIP(host) };
  if (isHere(host)) return HERE;
  throw noSuchName(host);
}

dns.promises.lookup = async (host, options) => (options?.all ? [addressOf(host)] : addressOf(host));

dns.lookup = (host, ...rest) => {
  const [options, callback] = rest.length > 1 ? rest : [{}, rest[0]];
  try {
    const found = addressOf(host);
    if (options.all) process.nextTick(callback, null, [found]);
    else process.nextTick(callback, null, found.address, found.family);
  } catch (error) {
    process.nextTick(callback, error);
  }
};
syncBuiltinESMExports();

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const options = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (LOOPBACK_PORT && isHere(options?.host)) options.port = Number(LOOPBACK_PORT);
  return connect.apply(this, args);
};
