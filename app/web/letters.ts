export { writeLetter } from "~/infra/write-letter";
