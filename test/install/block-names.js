/** Preloaded into every Node process of an install: names that browsers are fetched from cannot be resolved. */
import dns from 'node:dns';

const blocked =
  /(?:^|\.)(?:googleapis\.com|google\.com|googlechromelabs\.github\.io|cdn\.mozilla\.net|playwright\.dev)$/;
const { lookup } = dns;

dns.lookup = function (name, ...rest) {
  if (!blocked.test(name)) return lookup.call(dns, name, ...rest);
  const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND', hostname: name });
  process.nextTick(() => rest.at(-1)(error));
  return undefined;
};
