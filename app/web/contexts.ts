/** Contexts that hold data of people: loading them registers what export and erasure must reach. */
import "~/domain/ideas/person-data";
