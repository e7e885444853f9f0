// Registers what the contexts keep of a person; in a server file, so that nothing of it reaches the browser.
import "~/web/contexts";

export { filesOfPerson } from "~/domain/awards/files/queries";
export { exportMyData } from "~/domain/identity/export-my-data";
