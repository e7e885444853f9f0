import account from "./account.json";
import campus from "./campus.json";
import common from "./common.json";
import home from "./home.json";
import ideas from "./ideas.json";
import identity from "./identity.json";
import legal from "./legal.json";

/** All texts of this language that pages show. Mail texts are apart: they never go to the browser. */
export default { ...common, ...home, ...legal, ...identity, ...account, ...campus, ...ideas };
