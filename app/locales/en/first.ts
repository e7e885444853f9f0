import account from "./account.json";
import common from "./common.json";
import contest from "./contest.json";
import home from "./home.json";
import ideas from "./ideas.json";
import identity from "./identity.json";
import legal from "./legal.json";

/** Texts of the pages where people come in: front page, ideas, planting, signing in. */
export default { ...common, ...contest, ...home, ...legal, ...identity, ...account, ...ideas };
