import { isIPv4, isIPv6 } from "node:net";

const V4_IN_V6 = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

/** The network of an address, enough to recognise one's own: three parts of IPv4, three groups of IPv6; empty for anything else. */
export function networkOf(ip: string): string {
  const address = V4_IN_V6.exec(ip)?.[1] ?? ip;
  if (isIPv4(address)) return `${address.split(".").slice(0, 3).join(".")}.0/24`;
  if (!isIPv6(address)) return "";
  const [head = "", tail] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const groups = head === "" ? [] : head.split(":");
  const written = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - written.length);
  const all = [...groups, ...Array<string>(zeros).fill("0"), ...written];
  return `${all
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/48`;
}
