import first from "./first";
import more from "./more";

/** All texts of this language that pages show. Mail texts are apart: they never go to the browser. */
export default { ...first, ...more };
