/** Signs a person of the demo in by password, as a browser would. @returns the cookie. */
export async function cookieOf(origin, email) {
  const answer = await fetch(`${origin}/sign-in?index`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", origin },
    body: new URLSearchParams({ intent: "password", email, password: "eerst-zaaien-dan-oogsten" }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .find((one) => one.includes("broeikas="))
    ?.split(";")[0];
  if (answer.status !== 303 || !cookie) throw new Error(`signing in answered ${answer.status}`);
  return cookie;
}

/** Signs the demo's first learner in. @returns the cookie and the path of an idea they see. */
export async function signIn(origin) {
  const cookie = await cookieOf(origin, "emre@demo.broeikas.example");
  const list = await (await fetch(`${origin}/greenhouse`, { headers: { cookie } })).text();
  const ideaPath = /href="(\/ideas\/[\w-]{36})"/.exec(list)?.[1];
  if (!ideaPath) throw new Error("the demo's learner has no idea");
  return { cookie, ideaPath };
}
