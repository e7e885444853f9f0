/** Contexts that hold data of people: loading them registers what export and erasure must reach. */
import "~/domain/awards/assessing/person-data";
import "~/domain/awards/person-data";
import "~/domain/coaching/person-data";
import "~/domain/companies/person-data";
import "~/domain/ideas/person-data";
import "~/domain/matching/person-data";
import "~/domain/lab/person-data";
import "~/domain/sessions/person-data";
import "~/domain/rooms/person-data";
