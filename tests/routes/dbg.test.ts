import { test } from "vitest";
import { startApp } from "#tests/support/app";
import { buildWorld } from "#tests/support/app-world";
test("x", async () => {
  const app = await startApp();
  const world = await buildWorld(app);
  const c = await app.clientOf(world.people.organiser);
  const strip=(t:string)=>{const m=/role="alert"[\s\S]*?<\/ul>/.exec(t);return m?.[0]?.replace(/<[^>]+>/g," ")};
  let a = await c.post("/account?index",{intent:"profile",name:"X",locale:"nl",languages:"nl",visibility:"campus"});
  process.stdout.write(a.status+" "+strip(a.text)+"\n");
  a = await c.post("/account?index",{intent:"profile",name:"X",locale:"nl",languages:["nl","fr"],visibility:"campus", audience:"", bio:"", interests:""});
  process.stdout.write(a.status+" "+strip(a.text)+"\n");
  a = await c.post("/campus/noord/settings",{intent:"organisation",name:"Las"});
  process.stdout.write(a.status+" "+strip(a.text)+"\n");
});
