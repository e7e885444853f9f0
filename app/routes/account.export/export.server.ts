// Registers what the contexts keep of a person; in a server file, so that nothing of it reaches the browser.
import "~/web/contexts";

export { filesOfPerson } from "~/domain/awards/files/queries";
export { photoFile } from "~/domain/identity/photo/queries-photo";
export { exportMyData } from "~/domain/identity/export-my-data";
