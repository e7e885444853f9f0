import { ErrorSummary, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import type { IdeaData } from "./route";

/** What the reader must know first about where the idea came from or went. */
export function Family({ data }: { data: IdeaData }) {
  const t = useT();
  const { idea, origin, openGrafts } = data;
  const standing = origin.edges.filter(({ undoneAt }) => undoneAt === null);
  const into = standing.filter(({ from, kind }) => from === idea.id && kind === "graft").map(({ to }) => to);
  const from = standing.filter(({ to, kind }) => to === idea.id && kind === "graft").map((edge) => edge.from);
  const inspiring = standing.filter(({ to, kind }) => to === idea.id && kind === "fork").map((edge) => edge.from);
  return (
    <>
      {into.length > 0 ? (
        <Note>
          {t("graft.banner.into")} <Names data={data} ids={into} />
        </Note>
      ) : idea.status === "grafted" ? (
        <Note>{t("graft.banner.gone")}</Note>
      ) : null}
      {idea.status === "undone" ? <Note>{t("graft.banner.undone")}</Note> : null}
      {from.length > 0 ? (
        <p>
          {t("graft.banner.from")} <Names data={data} ids={from} />
        </p>
      ) : null}
      {inspiring.length > 0 ? (
        <p>
          {t("graft.banner.fork")} <Names data={data} ids={inspiring} />
        </p>
      ) : null}
      {openGrafts.map((graft) => (
        <Note key={graft.id}>
          <Link to={`/graft/${graft.id}`}>{t("graft.waiting", { title: graft.title })}</Link>
        </Note>
      ))}
    </>
  );
}

function Names({ data, ids }: { data: IdeaData; ids: readonly string[] }) {
  const nodes = data.origin.nodes.filter(({ id }) => ids.includes(id));
  return (
    <>
      {nodes.map(({ id, title, lang }, at) => (
        <span key={id}>
          {at > 0 ? ", " : ""}
          <Link to={`/ideas/${id}`} lang={lang}>
            {title}
          </Link>
        </span>
      ))}
    </>
  );
}

/** Undoing a graft, for its team. */
export function Ungraft({ data, reply }: { data: IdeaData; reply: Reply | null }) {
  const t = useT();
  const { idea, origin } = data;
  const isGraft = origin.edges.some(({ to, kind, undoneAt }) => to === idea.id && kind === "graft" && undoneAt === null);
  if (!isGraft || idea.membership === null || idea.status !== "active") return null;
  return (
    <Disclosure label={t("graft.undo")} open={reply?.intent === "ungraft"}>
      <p>{t("graft.undo_text")}</p>
      <ReplyForm formId="ungraft" intent="ungraft" reply={reply}>
        <ErrorSummary />
        <SubmitButton look="danger">{t("graft.undo")}</SubmitButton>
      </ReplyForm>
    </Disclosure>
  );
}
