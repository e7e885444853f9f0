import { expect, test } from "vitest";
import { networkOf } from "~/infra/network";

test.each([
  ["192.0.2.17", "192.0.2.0/24"],
  ["::ffff:192.0.2.17", "192.0.2.0/24"],
  ["2001:db8:12:7::5", "2001:db8:12::/48"],
  ["2001:0db8:0012::", "2001:db8:12::/48"],
  ["2001:db8::1", "2001:db8:0::/48"],
  ["::1", "0:0:0::/48"],
  ["fe80::1%eth0", "fe80:0:0::/48"],
  ["", ""],
  ["unknown", ""],
])("of the address %j only %j is kept", (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});
